"""Listing and counting what waits at the desk."""

from collections.abc import Mapping

from partscounter.database import ReadTx
from partscounter.domain.orders import store as orders_sql
from partscounter.domain.orders.order import Order
from partscounter.domain.orders.queue import store as sql
from partscounter.domain.orders.queue.queue_filter import QueueFilter, Work


def list_queue(
    tx: ReadTx, wanted: QueueFilter, *, after: int | None = None, oldest_first: bool = False, limit: int = 50
) -> list[Order]:
    """At most `limit` orders in the order in which they came in, those that follow the one with the id `after`."""
    ids = sql.queued_ids(tx, wanted, after=after, oldest_first=oldest_first, limit=limit)
    return sorted(orders_sql.orders_by_id(tx, ids), key=lambda order: ids.index(order.id)) if ids else []


def count_works(tx: ReadTx, dealers: frozenset[int] | None) -> Mapping[Work, int]:
    """How many orders of these dealers (None: of all) need each kind of work.

    Only kinds that are done one day are counted: not DELIVERED, CLOSED and ALL, which grow without end.
    """
    return sql.count_works(tx, dealers)


def count_ages(tx: ReadTx, dealers: frozenset[int] | None) -> list[tuple[int, int | None, int]]:
    """Open orders by age: from how many days, to below how many (None: no end), and how many orders."""
    return sql.count_ages(tx, dealers)
