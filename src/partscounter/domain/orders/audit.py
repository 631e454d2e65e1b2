"""Checking the books: what stock is held against what the orders say they hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.domain import inventory
from partscounter.domain.orders import store as sql
from partscounter.domain.orders.order import Order


@dataclass(frozen=True, slots=True)
class StockDifference:
    """An item of which more or fewer units are held than order lines account for."""

    item_id: int
    reserved: int
    allocated: int


def find_stock_differences(tx: ReadTx) -> list[StockDifference]:
    """Every item whose held units do not add up; none, if all is well."""
    reserved, allocated = inventory.reserved_by_item(tx), sql.allocated_by_item(tx)
    return [
        StockDifference(item_id, reserved.get(item_id, 0), allocated.get(item_id, 0))
        for item_id in sorted(reserved.keys() | allocated.keys())
        if reserved.get(item_id, 0) != allocated.get(item_id, 0)
    ]


def iterate_orders(tx: ReadTx, batch: int = 200) -> Iterator[Order]:
    """Every order, oldest first."""
    return sql.iterate_orders(tx, batch)
