"""SQL of orders."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.database.among import among
from partscounter.database.packed import Packed
from partscounter.database.prepared import Prepared
from partscounter.domain.orders.lines.store import lines_of, priced_lines_of
from partscounter.domain.orders.order import Order, PricedOrder
from partscounter.domain.orders.row import COLUMNS, PRICED_COLUMNS, make_priced_orders, order_of
from partscounter.domain.orders.shopping_cart import PlacedCart
from partscounter.domain.orders.tables import carts, order_counters, order_lines, orders

_COLUMNS = [orders.c[name] for name in COLUMNS]


def select_orders(
    tx: ReadTx,
    *conditions: sa.ColumnElement[bool],
    limit: int | None = None,
) -> list[Order]:
    query = sa.select(*_COLUMNS).where(*conditions).order_by(orders.c.id).limit(limit)
    return _with_lines(tx, tx.connection.execute(query).all())


def _with_lines(tx: ReadTx, rows: Sequence[Sequence[Any]]) -> list[Order]:
    lines = lines_of(tx, [row[0] for row in rows])
    return [order_of(row, lines[row[0]]) for row in rows]


def find_order(tx: ReadTx, *, lock: bool = False, **equal: object) -> Order | None:
    """The newest order whose columns equal what is given."""
    row = _newest_order(tuple(equal), lock).row(tx, **equal)
    return None if row is None else _with_lines(tx, [row])[0]


@cache
def _newest_order(names: tuple[str, ...], lock: bool) -> Prepared:
    equal = [orders.c[name] == sa.bindparam(name) for name in names]
    query = sa.select(*_COLUMNS).where(*equal).order_by(orders.c.id.desc()).limit(1)
    return Prepared(query.with_for_update() if lock else query)


def orders_with(tx: ReadTx, **equal: object) -> list[Order]:
    return select_orders(tx, *(orders.c[name] == value for name, value in equal.items()))


def orders_named(tx: ReadTx, name: str, dealer_id: int | None) -> list[Order]:
    named = sa.or_(orders.c.number == name, orders.c.document_number == name)
    return select_orders(tx, named, *([] if dealer_id is None else [orders.c.dealer_id == dealer_id]))


def count_orders(tx: ReadTx) -> int:
    return tx.connection.scalar(sa.select(sa.func.count()).select_from(orders)) or 0


def priced_orders_by_id(tx: ReadTx, ids: Sequence[int]) -> list[PricedOrder]:
    columns, lines = _PRICED.columns(tx, ids=list(ids)), priced_lines_of(tx, ids)
    return make_priced_orders(columns, lines) if columns else []


def orders_by_id(tx: ReadTx, ids: Sequence[int]) -> list[Order]:
    return _with_lines(tx, _BY_ID.rows(tx, ids=list(ids)))


_BY_ID = Prepared(sa.select(*_COLUMNS).where(among(orders.c.id, "ids")).order_by(orders.c.id))
_PRICED = Packed([orders.c[name] for name in PRICED_COLUMNS], among(orders.c.id, "ids"), order_by=[orders.c.id])


_SKIP_IDS = sa.text(
    "SELECT setval(pg_get_serial_sequence('orders', 'id'), GREATEST(:id, (SELECT coalesce(max(id), 1) FROM orders)))"
)


def iterate_orders(tx: ReadTx, batch: int) -> Iterator[Order]:
    last = 0
    while found := select_orders(tx, orders.c.id > last, limit=batch):
        yield from found
        last = found[-1].id


def allocated_by_item(tx: ReadTx) -> dict[int, int]:
    query = (
        sa.select(order_lines.c.item_id, sa.func.sum(order_lines.c.allocated))
        .where(order_lines.c.allocated > 0)
        .group_by(order_lines.c.item_id)
    )
    return {item_id: int(units) for item_id, units in tx.connection.execute(query)}


def insert_order(tx: WriteTx, values: Mapping[str, object]) -> int:
    if "id" in values and tx.connection.dialect.name == "postgresql":
        # An id that was brought along must not be given out again.
        tx.connection.execute(_SKIP_IDS, {"id": values["id"]})
    return int(tx.connection.execute(sa.insert(orders).values(**values).returning(orders.c.id)).scalar_one())


def insert_lines(tx: WriteTx, rows: Sequence[Mapping[str, object]]) -> None:
    tx.connection.execute(sa.insert(order_lines), rows)


def update_order(tx: WriteTx, order_id: int, **values: object) -> None:
    _change_order(tuple(values)).run(tx, order=order_id, **{f"new_{name}": value for name, value in values.items()})


@cache
def _change_order(names: tuple[str, ...]) -> Prepared:
    values = {name: sa.bindparam(f"new_{name}", type_=orders.c[name].type) for name in names}
    return Prepared(sa.update(orders).where(orders.c.id == sa.bindparam("order")).values(values))


# Two first orders at once: the second waits for the first one's row, then finds it there.
_FIRST_COUNT = sa.text("INSERT INTO order_counters (dealer_id, last) VALUES (:dealer, 0) ON CONFLICT DO NOTHING")


def next_count(tx: WriteTx, dealer_id: int) -> int:
    """The dealer's next order count; the row is held until the transaction ends, so no two orders share one."""
    update = (
        sa.update(order_counters)
        .where(order_counters.c.dealer_id == dealer_id)
        .values(last=order_counters.c.last + 1)
        .returning(order_counters.c.last)
    )
    count = tx.connection.execute(update).scalar_one_or_none()
    if count is None:
        tx.connection.execute(_FIRST_COUNT, {"dealer": dealer_id})
        count = tx.connection.execute(update).scalar_one()
    return int(count)


def insert_cart(tx: WriteTx, created_at: datetime, bought_by: str) -> int:
    insert = sa.insert(carts).values(created_at=created_at, bought_by=bought_by).returning(carts.c.id)
    return int(tx.connection.execute(insert).scalar_one())


def load_carts(tx: ReadTx, cart_ids: Collection[int]) -> dict[int, PlacedCart]:
    query = sa.select(carts.c.id, carts.c.created_at, carts.c.bought_by).where(carts.c.id.in_(cart_ids))
    return {row.id: PlacedCart(**row._mapping) for row in tx.connection.execute(query)}


def hold_counters(tx: WriteTx, dealer_ids: Collection[int]) -> None:
    """Hold the order counts of these dealers until the transaction ends, in order of their ids.

    A dealer's first is made here: were there nothing to hold, the first carts of a dealer would come to the items
    before the count, later ones to the count before the items, and each could wait for the other for ever.
    """
    for dealer_id in sorted(dealer_ids):
        tx.connection.execute(_FIRST_COUNT, {"dealer": dealer_id})
    query = sa.select(order_counters.c.dealer_id).where(order_counters.c.dealer_id.in_(dealer_ids))
    tx.connection.execute(query.order_by(order_counters.c.dealer_id).with_for_update()).all()
