"""The second factor: codes of six digits from an authenticator app (RFC 6238)."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import pyotp

from partscounter.database import Database, WriteTx
from partscounter.domain.accounts import store
from partscounter.domain.accounts.account import Account
from partscounter.domain.accounts.errors import WrongCode
from partscounter.domain.accounts.events import CodeSet
from partscounter.domain.accounts.failures import forget_failures, note_failure, refuse_guessing
from partscounter.domain.accounts.lookup import get_account
from partscounter.domain.accounts.session import Session
from partscounter.kit.actor import Actor

_SECRET: Final = re.compile("[A-Z2-7]{32}")
_ISSUER: Final = "Partscounter"
_STEP_SECONDS: Final = 30
_DRIFT: Final = 1
"""So many steps a phone's clock may be off, either way."""


@dataclass(frozen=True, slots=True)
class CodeSecret:
    """A secret for an authenticator app, shown once, as text and as the address that the app's QR code holds."""

    secret: str = field(repr=False)
    uri: str = field(repr=False)


def new_code_secret(account: Account) -> CodeSecret:
    """One that nobody knows yet."""
    return code_secret(account, pyotp.random_base32())


def code_secret(account: Account, secret: str) -> CodeSecret:
    """`secret` with its address. Raises WrongCode for what is no secret."""
    if not _SECRET.fullmatch(secret):
        raise WrongCode("This is no secret of an authenticator app.")
    return CodeSecret(secret, pyotp.TOTP(secret).provisioning_uri(name=account.email, issuer_name=_ISSUER))


def begin_code(tx: WriteTx, account_id: int, secret: str, code: str) -> None:
    """Switch the second factor on, shown to work by a first `code`. Raises WrongCode, AccountNotFound."""
    account = get_account(tx, account_id, lock=True)
    step = _step_of(code_secret(account, secret).secret, code, tx.now)
    if step is None:
        raise WrongCode("The code does not belong to this secret, or its time is over.")
    store.update(tx, account_id, {"code_secret": secret, "code_step": step})
    tx.emit(CodeSet(account_id, is_on=True))


def remove_code(tx: WriteTx, account_id: int) -> None:
    """Switch the second factor off. Raises AccountNotFound."""
    account = get_account(tx, account_id, lock=True)
    if account.has_code:
        store.update(tx, account_id, {"code_secret": None, "code_step": 0})
        tx.emit(CodeSet(account_id, is_on=False))


def require_code(tx: WriteTx, account_id: int, code: str) -> None:
    """Use `code` up. Of two uses of one code at the same moment one is refused. Raises WrongCode, AccountNotFound."""
    account = get_account(tx, account_id, lock=True)
    step = _step_of(account.code_secret, code, tx.now) if account.code_secret else None
    if step is None or step <= account.code_step:
        raise WrongCode("The code is not right, was used before, or its time is over.")
    store.update(tx, account_id, {"code_step": step})


def confirm_session(database: Database, actor: Actor, session: Session, code: str, address: str) -> None:
    """Let the session in by its code. Raises TooManyFailures, and WrongCode, which is counted."""
    with database.read() as tx:
        refuse_guessing(tx, session.account.email, address)

    def confirm(tx: WriteTx) -> None:
        require_code(tx, session.account.id, code)
        store.confirm_session(tx, session.id)
        forget_failures(tx, session.account.email)

    try:
        database.write(actor, confirm)
    except WrongCode:
        database.write(actor, lambda tx: note_failure(tx, session.account.email, address))
        raise


def _step_of(secret: str, code: str, now: datetime) -> int | None:
    """The time step whose code this is, among those that count now."""
    codes = pyotp.TOTP(secret)
    digits = "".join(code.split())
    current = int(now.timestamp()) // _STEP_SECONDS
    for step in range(current - _DRIFT, current + _DRIFT + 1):
        if digits.isascii() and pyotp.utils.strings_equal(codes.generate_otp(step), digits):
            return step
    return None
