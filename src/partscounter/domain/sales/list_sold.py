"""Listing orders as sales documents: by customer, seller, day and what was agreed; newest first."""

from collections.abc import Collection

from partscounter.database import ReadTx
from partscounter.domain import orders
from partscounter.domain.orders import Order
from partscounter.domain.sales import store as sql
from partscounter.domain.sales.adjustment import Adjustment
from partscounter.domain.sales.sold_filter import SoldFilter


def load_adjustments(tx: ReadTx, order_ids: Collection[int]) -> dict[int, tuple[Adjustment, ...]]:
    """The adjustments that count, by order id; for some hundreds of orders at once."""
    found: dict[int, list[Adjustment]] = {order_id: [] for order_id in order_ids}
    for each in sql.adjustments_of(tx, order_ids) if order_ids else ():
        found[each.order_id].append(each)
    return {order_id: tuple(adjustments) for order_id, adjustments in found.items()}


def list_sold(tx: ReadTx, wanted: SoldFilter, *, before: int | None, limit: int) -> list[Order]:
    """At most `limit` orders, by descending id below `before`; the lowest id is where the next page begins."""
    ids = sql.sold_ids(tx, wanted, before, limit)
    return orders.list_orders_by_id(tx, ids)[::-1] if ids else []
