"""Putting lines of a list into the cart."""

from collections.abc import Collection

from partscounter.database import WriteTx
from partscounter.domain import kept_carts
from partscounter.domain.kept_carts import WantedItem, account_owner
from partscounter.domain.saved_lists import store as sql
from partscounter.domain.saved_lists.lookup import lines_of_list


def put_into_cart(tx: WriteTx, account_id: int, list_id: int, line_ids: Collection[int]) -> int:
    """How many of these lines of the list were put to what the account's cart holds; other ids are passed over.

    Refuses with UnknownList, and with InvalidCartLine where the cart has no room: then nothing was put in.
    """
    owner = account_owner(account_id)
    kept_carts.hold_lines(tx, owner)
    chosen = [line for line in lines_of_list(tx, account_id, list_id) if line.id in line_ids]
    if not chosen:
        return 0
    wanted = [WantedItem(line.item_id, line.quantity, line.serial_number, line.machine_code) for line in chosen]
    kept_carts.add_lines(tx, owner, wanted)
    sql.set_used(tx, list_id)
    return len(wanted)
