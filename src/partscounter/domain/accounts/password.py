"""Passwords, and the links by which people choose one."""

from datetime import UTC, datetime, timedelta
from typing import Final

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.access import NewSecret, read_link, sign_link
from partscounter.domain.accounts import store
from partscounter.domain.accounts.account import Account
from partscounter.domain.accounts.errors import AccountNotFound, LinkSpent
from partscounter.domain.accounts.events import PasswordSet
from partscounter.domain.accounts.lookup import get_account

SHORTEST: Final = 10
"""Characters; what they are is not told people (NIST SP 800-63B)."""
LONGEST: Final = 200
LINK_LIFETIME: Final = timedelta(days=3)
_PURPOSE: Final = "password"


def set_password(tx: WriteTx, account_id: int, password: NewSecret, *, keep_session: int | None = None) -> None:
    """Give the account a password, hashed outside the transaction, and end its sessions but for `keep_session`.

    Whoever asks has checked its length by SHORTEST and LONGEST. Raises AccountNotFound.
    """
    account = get_account(tx, account_id, lock=True)
    store.update(tx, account_id, {"password_hash": password.hash, "password_number": account.password_number + 1})
    store.delete_sessions(tx, column="account_id", value=account_id, but=keep_session)
    tx.emit(PasswordSet(account_id))


def choose_password(tx: WriteTx, link: str, password: NewSecret) -> Account:
    """Spend `link`: of two uses at the same moment one is refused. Raises LinkSpent."""
    account = read_password_link(tx, link)
    get_account(tx, account.id, lock=True)
    # Once more: whoever held the account may have chosen meanwhile.
    read_password_link(tx, link)
    set_password(tx, account.id, password)
    return account


def sign_password_link(tx: WriteTx, account: Account) -> str:
    """What goes into the address of a mail: for three days, and until a password is chosen."""
    return sign_link(tx, _PURPOSE, f"{account.id}-{account.password_number}-{int(tx.now.timestamp())}")


def read_password_link(tx: ReadTx, link: str) -> Account:
    """Whose link it is. Raises LinkSpent."""
    subject = read_link(tx, _PURPOSE, link)
    if subject is None:
        raise LinkSpent("This link was not given out here.")
    account_id, number, signed = (int(part) for part in subject.split("-"))
    try:
        account = get_account(tx, account_id)
    except AccountNotFound as missing:
        raise LinkSpent("The account is gone.") from missing
    is_old = tx.now > datetime.fromtimestamp(signed, UTC) + LINK_LIFETIME
    if is_old or account.password_number != number or not account.enabled:
        raise LinkSpent("This link has been used, or is too old.")
    return account
