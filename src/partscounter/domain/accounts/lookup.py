"""Finding accounts."""

from partscounter.database import ReadTx
from partscounter.domain.accounts import store
from partscounter.domain.accounts.account import Account
from partscounter.domain.accounts.account_search import AccountSearch
from partscounter.domain.accounts.errors import AccountNotFound


def find_account(tx: ReadTx, email: str) -> Account | None:
    """By mail address, in any case."""
    return store.find(tx, "email", email.strip().lower())


def get_account(tx: ReadTx, account_id: int, *, lock: bool = False) -> Account:
    """By id; `lock` holds it until the transaction ends. Raises AccountNotFound."""
    found = store.find(tx, "id", account_id, lock=lock)
    if found is None:
        raise AccountNotFound(f"There is no account {account_id}.")
    return found


def list_accounts_of_customer(tx: ReadTx, customer_id: int) -> list[Account]:
    """Those that stand for the customer, by mail address."""
    return store.load_all(tx, customer_id)


def list_accounts(tx: ReadTx) -> list[Account]:
    """All, by mail address."""
    return store.load_all(tx)


def search_accounts(tx: ReadTx, wanted: AccountSearch, *, after: str = "", limit: int = 100) -> list[Account]:
    """Up to `limit` of those that `wanted` finds, in the order of their mail addresses, the first beyond `after`."""
    return store.search(tx, wanted, after, limit)
