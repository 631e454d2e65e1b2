"""Gives out a link by which somebody chooses a password."""

from partscounter.database import WriteTx
from partscounter.domain.accounts.events import PasswordLinkGiven
from partscounter.domain.accounts.lookup import get_account
from partscounter.domain.accounts.password import sign_password_link


def give_password_link(tx: WriteTx, account_id: int) -> str:
    """The last part of the link's address; the history says who asked for it, not what it is. Raises AccountNotFound.

    The password counts until the link is used.
    """
    account = get_account(tx, account_id)
    tx.emit(PasswordLinkGiven(account_id))
    return sign_password_link(tx, account)
