"""Giving up a list."""

from partscounter.database import WriteTx
from partscounter.domain import kept_carts
from partscounter.domain.kept_carts import account_owner
from partscounter.domain.saved_lists import store as sql
from partscounter.domain.saved_lists.lookup import get_list


def remove_list(tx: WriteTx, account_id: int, list_id: int) -> None:
    """The list is gone; what came from it into the cart stays there. Refuses with UnknownList."""
    kept_carts.hold_lines(tx, account_owner(account_id))
    sql.delete_list(tx, get_list(tx, account_id, list_id).id)
