"""Keeping what is in the cart as a list."""

from collections.abc import Sequence

from partscounter.database import WriteTx
from partscounter.domain import kept_carts
from partscounter.domain.kept_carts import KeptLine, account_owner
from partscounter.domain.saved_lists import store as sql
from partscounter.domain.saved_lists.errors import InvalidList, ListNameTaken, TooManyLists
from partscounter.domain.saved_lists.lookup import get_list
from partscounter.domain.saved_lists.saved_list import MOST_LISTS, SavedList, clean_name, name_key


def keep_cart(tx: WriteTx, account_id: int, name: str) -> SavedList:
    """A list of what the account's cart holds, which stays as it is.

    The same again, name and lines, is the list that there is. Refuses with InvalidList, ListNameTaken and TooManyLists.
    """
    cleaned = clean_name(name)
    # The cart is held: whatever makes or names lists of one account comes one after the other.
    lines = kept_carts.hold_lines(tx, account_owner(account_id))
    if not lines:
        raise InvalidList("There is nothing in the cart.")
    known = sql.lists_of(tx, account_id)
    same = next((each for each in known if name_key(each.name) == name_key(cleaned)), None)
    if same is not None:
        return _same_again(tx, same, lines)
    if len(known) >= MOST_LISTS:
        raise TooManyLists(f"An account keeps at most {MOST_LISTS} lists.")
    return get_list(tx, account_id, sql.insert_list(tx, account_id, cleaned, lines))


def _same_again(tx: WriteTx, same: SavedList, lines: Sequence[KeptLine]) -> SavedList:
    if _told(sql.lines_of(tx, same.id)) != _told(lines):
        raise ListNameTaken("There is another list of this name.")
    return same


def _told(lines: Sequence[KeptLine]) -> set[tuple[int, str, int]]:
    return {(line.item_id, line.serial_number, line.quantity) for line in lines}
