"""Changes what an account may do."""

from collections.abc import Collection

from partscounter.database import WriteTx
from partscounter.domain.accounts import store
from partscounter.domain.accounts.account import Account, Role
from partscounter.domain.accounts.create import refuse_wrong_place
from partscounter.domain.accounts.errors import InvalidAccount
from partscounter.domain.accounts.events import AccountSet
from partscounter.domain.accounts.keep_operator import refuse_last_operator
from partscounter.domain.accounts.lookup import get_account


def change_account(tx: WriteTx, account_id: int, *, role: Role, dealer_ids: Collection[int]) -> Account:
    """Give it another role or other dealers; its next request feels it.

    Raises AccountNotFound, InvalidAccount, and LastOperator where nobody else could run the instance.
    """
    if role is not Role.OPERATOR:
        refuse_last_operator(tx, account_id)
    account = get_account(tx, account_id, lock=True)
    violations = refuse_wrong_place(role, dealer_ids, account.customer_id)
    if violations:
        raise InvalidAccount("The account cannot be changed so.", tuple(violations))
    store.update(tx, account_id, {"role": role.value})
    store.replace_dealers(tx, account_id, dealer_ids)
    return _changed(tx, account_id)


def disable_account(tx: WriteTx, account_id: int) -> Account:
    """Nobody signs in with it, and its sessions end at once. Raises AccountNotFound, LastOperator."""
    refuse_last_operator(tx, account_id)
    get_account(tx, account_id, lock=True)
    store.update(tx, account_id, {"enabled": False})
    store.delete_sessions(tx, column="account_id", value=account_id)
    return _changed(tx, account_id)


def enable_account(tx: WriteTx, account_id: int) -> Account:
    """Let it in again. Raises AccountNotFound."""
    get_account(tx, account_id, lock=True)
    store.update(tx, account_id, {"enabled": True})
    return _changed(tx, account_id)


def _changed(tx: WriteTx, account_id: int) -> Account:
    account = get_account(tx, account_id)
    tx.emit(AccountSet.of(account))
    return account
