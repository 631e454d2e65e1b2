"""SQL of the order export."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.database.prepared import Prepared
from partscounter.domain.approvals import Approval
from partscounter.domain.export.tables import export_consumers, export_marks, export_receipts
from partscounter.domain.orders.tables import order_lines, orders

_AT_ONCE = 500
_NUMBERS_AT_ONCE = 5_000
_KEEP_ORDERS_OUT = sa.text("LOCK TABLE orders IN SHARE ROW EXCLUSIVE MODE")
_APPROVED = orders.c.customer_status == Approval.APPROVED.value
"""What its customer's approver has not agreed to was not handed out, so nobody can have received it."""


class Reader(Protocol):
    """What is to be known of a consumer."""

    @property
    def id(self) -> int: ...

    @property
    def after_order(self) -> int: ...


_of_dealer = orders.c.dealer_id == sa.bindparam("dealer_id")
_has = sa.exists().where(
    export_marks.c.consumer_id == sa.bindparam("consumer_id"), export_marks.c.order_id == orders.c.id
)
_WAITS = sa.and_(_of_dealer, orders.c.received_at.is_(None), _APPROVED)
_WAITS_FOR_ONE = sa.and_(_of_dealer, orders.c.id > sa.bindparam("after_order"), _APPROVED, ~_has)


def _sizes(waits: sa.ColumnElement[bool]) -> Prepared:
    lines = sa.select(sa.func.count()).where(order_lines.c.order_id == orders.c.id).scalar_subquery()
    next_ones = sa.select(orders.c.id, lines).where(waits, orders.c.id > sa.bindparam("after"))
    return Prepared(next_ones.order_by(orders.c.id).limit(sa.bindparam("at_most", type_=sa.Integer)))


_SIZES = _sizes(_WAITS)
_SIZES_FOR_ONE = _sizes(_WAITS_FOR_ONE)


def _of(dealer_id: int, consumer: Reader | None) -> dict[str, int]:
    """Whose orders, and for whom: for a consumer, or without one for the contract's own."""
    own = {"dealer_id": dealer_id}
    return own if consumer is None else own | {"consumer_id": consumer.id, "after_order": consumer.after_order}


def waiting_sizes(
    tx: ReadTx, dealer_id: int, consumer: Reader | None, after: int, at_most: int
) -> Sequence[tuple[int, int]]:
    """Id and number of lines of the next waiting orders."""
    sizes = _SIZES if consumer is None else _SIZES_FOR_ONE
    return sizes.rows(tx, **_of(dealer_id, consumer), after=after, at_most=at_most)


def waiting_numbers(tx: ReadTx, dealer_id: int, consumer: Reader | None) -> Iterator[str]:
    """The numbers of all waiting orders, by ascending id."""
    query = sa.select(orders.c.number).where(_WAITS if consumer is None else _WAITS_FOR_ONE).order_by(orders.c.id)
    some_at_once = {"yield_per": _NUMBERS_AT_ONCE}
    yield from tx.connection.execute(query, _of(dealer_id, consumer), execution_options=some_at_once).scalars()


def ids_of_numbers(tx: ReadTx, dealer_id: int, numbers: Collection[str]) -> dict[str, int]:
    """Order ids by exact number; numbers that the dealer does not have are left out."""
    wanted = sorted(set(numbers))
    found: dict[str, int] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = orders.c.number.in_(wanted[start : start + _AT_ONCE])
        query = sa.select(orders.c.number, orders.c.id).where(orders.c.dealer_id == dealer_id, some, _APPROVED)
        found |= {row.number: row.id for row in tx.connection.execute(query)}
    return found


def mark_waiting(tx: WriteTx, ids: Sequence[int]) -> list[int]:
    """Mark those of the orders that still wait; which they were. `ids` ascend, and so do the locks taken."""
    marked: list[int] = []
    for start in range(0, len(ids), _AT_ONCE):
        waiting = orders.c.id.in_(ids[start : start + _AT_ONCE]), orders.c.received_at.is_(None)
        lock = sa.select(orders.c.id).where(*waiting).order_by(orders.c.id).with_for_update()
        locked = list(tx.connection.execute(lock).scalars())
        if locked:
            tx.connection.execute(sa.update(orders).where(orders.c.id.in_(locked)).values(received_at=tx.now))
        marked += locked
    return marked


def mark_for(tx: WriteTx, consumer_id: int, ids: Sequence[int]) -> list[int]:
    """Mark those of the orders that the consumer has not got; which they were."""
    marked: list[int] = []
    for start in range(0, len(ids), _AT_ONCE):
        rows = [
            {"consumer_id": consumer_id, "order_id": order_id, "received_at": tx.now}
            for order_id in ids[start : start + _AT_ONCE]
        ]
        insert = _insert(tx, export_marks).values(rows).on_conflict_do_nothing()
        marked += tx.connection.scalars(insert.returning(export_marks.c.order_id))
    return sorted(marked)


def keep_orders_out(tx: WriteTx) -> None:
    """Wait for orders that have a number but are not committed; from then on until the end no other one comes in."""
    if tx.engine == "postgresql":  # SQLite has one writer
        tx.connection.execute(_KEEP_ORDERS_OUT)


def settled_orders(tx: ReadTx, dealer_id: int, consumer: Reader, at_most: int) -> list[int]:
    """The dealer's next orders after those that the consumer is past, as far as none of them can wait for it any more.

    It has marked them, or they were rejected, which is for good.
    """
    is_settled = sa.or_(_has, orders.c.customer_status == Approval.REJECTED.value)
    next_ones = sa.select(orders.c.id, is_settled).where(_of_dealer, orders.c.id > sa.bindparam("after_order"))
    rows = tx.connection.execute(next_ones.order_by(orders.c.id).limit(at_most), _of(dealer_id, consumer))
    return [order_id for order_id, _ in takewhile(lambda row: row[1], rows)]


def move_consumer(tx: WriteTx, consumer_id: int, after_order: int) -> None:
    """Never back."""
    behind = (export_consumers.c.id == consumer_id, export_consumers.c.after_order < after_order)
    tx.connection.execute(sa.update(export_consumers).where(*behind).values(after_order=after_order))


def newest_order_for_good(tx: WriteTx, dealer_id: int) -> int:
    """The highest order id of the dealer, 0 for none; none that comes after this transaction is below it.

    Orders that PostgreSQL has given a number but not yet committed are waited for, and new ones wait.
    """
    keep_orders_out(tx)
    query = sa.select(sa.func.max(orders.c.id)).where(orders.c.dealer_id == dealer_id)
    return tx.connection.scalar(query) or 0


def insert_consumer(tx: WriteTx, dealer_id: int, name: str, after_order: int) -> bool:
    """False where there is one of this name already."""
    values = {"dealer_id": dealer_id, "name": name, "after_order": after_order, "created_at": tx.now}
    insert = _insert(tx, export_consumers).values(**values).on_conflict_do_nothing()
    return tx.connection.scalar(insert.returning(export_consumers.c.id)) is not None


def consumers(tx: ReadTx, dealer_id: int) -> list[Mapping[str, Any]]:
    query = sa.select(export_consumers).where(export_consumers.c.dealer_id == dealer_id)
    return [dict(row) for row in tx.connection.execute(query.order_by(export_consumers.c.name)).mappings()]


def insert_receipt(tx: WriteTx, values: Mapping[str, object]) -> int:
    query = sa.insert(export_receipts).values(**values).returning(export_receipts.c.id)
    return int(tx.connection.execute(query).scalar_one())


def receipts(tx: ReadTx, dealer_id: int, limit: int) -> Sequence[sa.Row[Any]]:
    """The newest, with the name of the consumer."""
    query = (
        sa.select(export_receipts, export_consumers.c.name.label("consumer"))
        .outerjoin_from(export_receipts, export_consumers)
        .where(export_receipts.c.dealer_id == dealer_id)
        .order_by(export_receipts.c.id.desc())
        .limit(limit)
    )
    return tx.connection.execute(query).all()


def _insert(tx: WriteTx, table: sa.Table) -> sqlite.Insert | postgresql.Insert:
    return sqlite.insert(table) if tx.connection.dialect.name == "sqlite" else postgresql.insert(table)
