"""SQL of back orders."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.orders.backorders.promise import Promise, Telling
from partscounter.domain.orders.backorders.tables import order_promises
from partscounter.domain.orders.tables import order_lines, orders

_COLUMNS = [order_promises.c[name] for name in Promise.__dataclass_fields__]
_AT_ONCE = 500
_WAITS = order_lines.c.backorder > sa.literal_column("0")
"""With the number in the text: SQLite uses an index of some rows only where it can see that they are the ones."""


def _promise(row: sa.Row[Any]) -> Promise:
    values = row._asdict()
    return Promise(**{**values, "telling": Telling(values["telling"])})


def insert_promises(tx: WriteTx, rows: Sequence[Mapping[str, object]]) -> list[Promise]:
    """As they are stored, in this order."""
    insert = sa.insert(order_promises).returning(*_COLUMNS, sort_by_parameter_order=True)
    return [_promise(row) for row in tx.connection.execute(insert, list(rows))]


def promises_of_orders(tx: ReadTx, order_ids: Sequence[int]) -> list[Promise]:
    found: list[Promise] = []
    for start in range(0, len(order_ids), _AT_ONCE):
        part = order_ids[start : start + _AT_ONCE]
        query = sa.select(*_COLUMNS).where(order_promises.c.order_id.in_(part)).order_by(order_promises.c.id)
        found += map(_promise, tx.connection.execute(query))
    return found


def promises_with(tx: ReadTx, ids: Collection[int]) -> list[Promise]:
    query = sa.select(*_COLUMNS).where(order_promises.c.id.in_(ids)).order_by(order_promises.c.id)
    return [_promise(row) for row in tx.connection.execute(query)]


def orders_first_promised(tx: ReadTx, since: date, until: date, dealer_id: int | None) -> list[int]:
    """Ids of the orders with a line whose first promise is from `since` to before `until`."""
    query = (
        sa.select(order_promises.c.order_id)
        .distinct()
        .where(order_promises.c.day_before.is_(None), order_promises.c.day >= since, order_promises.c.day < until)
        .order_by(order_promises.c.order_id)
    )
    return list(tx.connection.scalars(_of_dealer(query, order_promises.c.order_id, dealer_id)))


def orders_on_back_order(tx: ReadTx, dealer_id: int | None) -> list[int]:
    """Ids of the orders with units on back order, for which something was promised."""
    waiting = (
        sa.select(order_lines.c.order_id)
        .distinct()
        .where(_WAITS, order_lines.c.id.in_(sa.select(order_promises.c.line_id)))
        .order_by(order_lines.c.order_id)
    )
    return list(tx.connection.scalars(_of_dealer(waiting, order_lines.c.order_id, dealer_id)))


def _of_dealer(query: sa.Select[Any], order_id: sa.Column[int], dealer_id: int | None) -> sa.Select[Any]:
    if dealer_id is None:
        return query
    return query.join(orders, orders.c.id == order_id).where(orders.c.dealer_id == dealer_id)


def waiting_items(tx: ReadTx, item_ids: Collection[int]) -> list[int]:
    """Those of the items that units on back order wait for."""
    wanted, found = sorted(item_ids), set[int]()
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        query = sa.select(order_lines.c.item_id).where(_WAITS, order_lines.c.item_id.in_(part))
        found.update(tx.connection.scalars(query.distinct()))
    return sorted(found)


def waiting_orders(tx: ReadTx, item_id: int) -> list[int]:
    query = (
        sa.select(order_lines.c.order_id)
        .distinct()
        .where(_WAITS, order_lines.c.item_id == item_id)
        .order_by(order_lines.c.order_id)
    )
    return list(tx.connection.scalars(query))
