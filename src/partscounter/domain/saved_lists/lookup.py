"""Reading saved lists."""

from partscounter.database import ReadTx
from partscounter.domain.kept_carts import KeptLine
from partscounter.domain.saved_lists import store as sql
from partscounter.domain.saved_lists.errors import UnknownList
from partscounter.domain.saved_lists.saved_list import SavedList


def list_lists(tx: ReadTx, account_id: int) -> list[SavedList]:
    """The account's lists, by name."""
    return sql.lists_of(tx, account_id)


def get_list(tx: ReadTx, account_id: int, list_id: int) -> SavedList:
    """One of them. Refuses with UnknownList, also where it is somebody else's."""
    found = sql.find_list(tx, account_id, list_id)
    if found is None:
        raise UnknownList("There is no such list.")
    return found


def lines_of_list(tx: ReadTx, account_id: int, list_id: int) -> list[KeptLine]:
    """What is on it, in the order in which it was kept; `kept_carts.price_lines` says what it costs now.

    Refuses with UnknownList.
    """
    return sql.lines_of(tx, get_list(tx, account_id, list_id).id)
