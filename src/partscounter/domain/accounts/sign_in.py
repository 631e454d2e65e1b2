"""Signing in with mail address and password."""

from dataclasses import dataclass
from functools import cache

from partscounter.database import Database, WriteTx
from partscounter.domain.access import new_secret, secret_matches
from partscounter.domain.accounts.account import Account
from partscounter.domain.accounts.errors import SignInRefused
from partscounter.domain.accounts.failures import forget_failures, note_failure, refuse_guessing
from partscounter.domain.accounts.lookup import find_account, get_account
from partscounter.domain.accounts.sessions import start_session
from partscounter.kit.actor import Actor


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a visitor comes from."""

    address: str
    browser: str


def sign_in(database: Database, actor: Actor, email: str, password: str, origin: Origin) -> str:
    """The token of a new session. Where the account has a second factor, the session waits for its code.

    Not a verb of one transaction: hashing, some 25 ms, must not be inside one. A wrong address takes as long as a wrong
    password. Raises TooManyFailures, and SignInRefused, which is counted.
    """
    with database.read() as tx:
        refuse_guessing(tx, email, origin.address)
        account = find_account(tx, email)
    known = account.password_hash if account is not None else None
    is_right = secret_matches(known or _hash_of_nobody(), password)
    if account is None or known is None or not is_right or not account.enabled:
        database.write(actor, lambda tx: note_failure(tx, email, origin.address))
        raise SignInRefused("The mail address or the password is not right.")
    found: Account = account

    def start(tx: WriteTx) -> str | None:
        now = get_account(tx, found.id, lock=True)
        if not now.enabled or now.password_hash != known:
            return None
        if not now.has_code:
            forget_failures(tx, email)
        return start_session(tx, now, origin.address, origin.browser)

    token = database.write(actor, start)
    if token is None:
        raise SignInRefused("The mail address or the password is not right.")
    return token


@cache
def _hash_of_nobody() -> str:
    """Of a secret that nobody knows; made at the first use, since it takes time."""
    return new_secret().hash
