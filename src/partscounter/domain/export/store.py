"""SQL of the order export."""

from collections.abc import Collection, Sequence

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.orders.tables import order_lines, orders

_AT_ONCE = 500


def waiting_sizes(tx: ReadTx, dealer_id: int, after: int, limit: int) -> list[tuple[int, int]]:
    """Id and number of lines of the next waiting orders."""
    lines = sa.select(sa.func.count()).where(order_lines.c.order_id == orders.c.id).scalar_subquery()
    query = (
        sa.select(orders.c.id, lines)
        .where(orders.c.dealer_id == dealer_id, orders.c.received_at.is_(None), orders.c.id > after)
        .order_by(orders.c.id)
        .limit(limit)
    )
    return [(id_, count) for id_, count in tx.connection.execute(query)]


def ids_of_numbers(tx: ReadTx, dealer_id: int, numbers: Collection[str]) -> dict[str, int]:
    """Order ids by exact number; numbers that the dealer does not have are left out."""
    wanted = sorted(set(numbers))
    found: dict[str, int] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = orders.c.number.in_(wanted[start : start + _AT_ONCE])
        query = sa.select(orders.c.number, orders.c.id).where(orders.c.dealer_id == dealer_id, some)
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
