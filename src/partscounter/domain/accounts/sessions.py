"""Sessions: started by signing in, found by their token, ended one by one or all at once."""

import hashlib
import secrets
from typing import Final

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.accounts import store
from partscounter.domain.accounts.account import Account
from partscounter.domain.accounts.events import SignedIn, SignedOut
from partscounter.domain.accounts.session import Session

_TOKEN_BYTES: Final = 32
_LONGEST_SHOWN: Final = 300


def start_session(tx: WriteTx, account: Account, address: str, browser: str) -> str:
    """The token of a new session; it is confirmed at once where the account has no second factor."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    session_id = store.insert_session(
        tx,
        {
            "token_hash": _hash(token),
            "account_id": account.id,
            "started_at": tx.now,
            "expires_at": tx.now + account.role.session_lifetime,
            "confirmed": not account.has_code,
            "address": address[:_LONGEST_SHOWN],
            "browser": browser[:_LONGEST_SHOWN],
        },
    )
    tx.emit(SignedIn(account.id, session_id, address))
    return token


def find_session(tx: ReadTx, token: str) -> Session | None:
    """The session of `token`, if it has not ended and its account is enabled."""
    return next(iter(store.find_sessions(tx, column="token_hash", value=_hash(token))), None)


def list_sessions(tx: ReadTx, account_id: int) -> list[Session]:
    """Those that are open, the oldest first."""
    return store.find_sessions(tx, column="account_id", value=account_id)


def end_session(tx: WriteTx, session: Session) -> None:
    """Sign out. Ending what has ended changes nothing."""
    if store.delete_sessions(tx, column="id", value=session.id):
        tx.emit(SignedOut(session.account.id, 1))


def end_sessions(tx: WriteTx, account_id: int, *, but: int | None = None) -> int:
    """Sign out everywhere, but for the session with this id; how many have ended."""
    ended = store.delete_sessions(tx, column="account_id", value=account_id, but=but)
    if ended:
        tx.emit(SignedOut(account_id, ended))
    return ended


def _hash(token: str) -> str:
    # The token is 256 random bits: a plain hash cannot be searched backwards.
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
