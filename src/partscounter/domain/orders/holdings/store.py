"""SQL of who holds an item."""

from typing import Any

import sqlalchemy as sa

from partscounter.database import ReadTx
from partscounter.domain.orders.tables import order_lines, orders


def orders_holding(tx: ReadTx, item_id: int, limit: int) -> list[tuple[Any, ...]]:
    """In the order of the fields of a Holding."""
    held = sa.func.sum(order_lines.c.allocated)
    waiting = sa.func.sum(order_lines.c.backorder)
    query = (
        sa.select(orders.c.id, orders.c.number, orders.c.document_number, orders.c.placed_at, held, waiting)
        .join(order_lines, order_lines.c.order_id == orders.c.id)
        .where(order_lines.c.item_id == item_id, sa.or_(order_lines.c.allocated > 0, order_lines.c.backorder > 0))
        .group_by(orders.c.id)
        .order_by(orders.c.id.desc())
        .limit(limit)
    )
    return [tuple(row) for row in tx.connection.execute(query)]
