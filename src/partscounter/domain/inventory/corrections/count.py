"""Puts right how many units of an item are on the shelf, after somebody has counted them."""

from partscounter.database import WriteTx
from partscounter.domain.inventory import store as sql
from partscounter.domain.inventory.changes import ItemChanged, version_of
from partscounter.domain.inventory.corrections.errors import InvalidCount
from partscounter.domain.inventory.corrections.events import ItemCorrected
from partscounter.domain.inventory.errors import UnknownItem
from partscounter.domain.inventory.events import ItemsChanged
from partscounter.domain.inventory.imports.cells import MOST_UNITS
from partscounter.domain.inventory.item import Item
from partscounter.domain.inventory.lookup import get_item
from partscounter.kit.refusal import Violation

LONGEST_REASON = 500


def count_item(tx: WriteTx, item_id: int, units: int, reason: str, version: str) -> Item:
    """The item with `units` on the shelf. What a feed last said of it stays: the same row again changes nothing.

    `version` is the state in which the counter has seen it; a sale since then refuses with ItemChanged, since the count
    may be from before it. Refuses with UnknownItem, and with InvalidCount for no reason or an impossible number.
    """
    held = sql.lock_items(tx, [item_id]).get(item_id)
    if held is None:
        raise UnknownItem(f"There is no item {item_id}.")
    _check(units, reason)
    if version_of(held) != version:
        raise ItemChanged("The item has changed since it was looked at.")
    if units != held.on_hand:
        sql.add_to_stock(tx, {item_id: (units - held.on_hand, 0)})
        tx.emit(ItemsChanged(item_ids=(item_id,), reason="counted"))
        tx.emit(ItemCorrected(item_id, "counted", {"quantity": (str(held.on_hand), str(units))}, reason.strip()))
    return get_item(tx, item_id)


def _check(units: int, reason: str) -> None:
    wrong = []
    if not 0 <= units <= MOST_UNITS:
        wrong.append(Violation("units", f"must be 0 to {MOST_UNITS:,}", units))
    if not reason.strip():
        wrong.append(Violation("reason", "must say why the number differs"))
    elif len(reason.strip()) > LONGEST_REASON:
        wrong.append(Violation("reason", f"must have at most {LONGEST_REASON} characters"))
    if wrong:
        raise InvalidCount("The count cannot be taken.", tuple(wrong))
