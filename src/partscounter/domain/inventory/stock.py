"""Holding, giving back and handing out stock. Every verb locks the items it touches, in order of their ids."""

from collections.abc import Mapping

from partscounter.database import WriteTx
from partscounter.domain.inventory import store as sql
from partscounter.domain.inventory.events import ItemsChanged
from partscounter.domain.inventory.item import Item


def lock_items(tx: WriteTx, ids: set[int]) -> dict[int, Item]:
    """The items as they are now, held until the transaction ends; unknown ids are left out."""
    return sql.lock_items(tx, ids)


def reserve(tx: WriteTx, wanted: Mapping[int, int]) -> dict[int, int]:
    """Hold up to the units wanted of each item; how many of each are held now. Stock never goes below zero."""
    items = sql.lock_items(tx, wanted.keys())
    held = {id_: min(wanted[id_], max(0, item.available)) for id_, item in items.items()}
    _change(tx, {id_: (0, units) for id_, units in held.items() if units}, "reserved")
    return held


def release(tx: WriteTx, units: Mapping[int, int]) -> None:
    """Give held units back to the shelf."""
    _change(tx, {id_: (0, -n) for id_, n in units.items() if n}, "released")


def put_back(tx: WriteTx, units: Mapping[int, int]) -> None:
    """Put units that came back on the shelf again."""
    sql.lock_stock(tx, units.keys())
    _change(tx, {id_: (n, 0) for id_, n in units.items() if n}, "put_back")


def hand_out(tx: WriteTx, held: Mapping[int, int], unheld: Mapping[int, int]) -> None:
    """Take units off the shelf for good: `held` ones, and `unheld` ones as far as the shelf has free ones.

    A dealer may ship what the books say is not there; the books then stop at zero.
    """
    stock = sql.lock_stock(tx, held.keys() | unheld.keys())
    changes: dict[int, tuple[int, int]] = {}
    for id_, (on_hand, reserved) in stock.items():
        from_hold = min(held.get(id_, 0), reserved)
        free = max(0, on_hand - reserved)
        gone = min(from_hold + min(unheld.get(id_, 0), free), on_hand)
        if gone or from_hold:
            changes[id_] = (-gone, -from_hold)
    _change(tx, changes, "handed_out")


def _change(tx: WriteTx, changes: Mapping[int, tuple[int, int]], reason: str) -> None:
    """Every such change follows from an order's event, which tells of the request."""
    if changes:
        sql.add_to_stock(tx, changes)
        tx.emit_beside(ItemsChanged(item_ids=tuple(sorted(changes)), reason=reason))
