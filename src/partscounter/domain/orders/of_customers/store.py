"""SQL of the orders of a customer."""

from collections.abc import Collection

import sqlalchemy as sa

from partscounter.database import ReadTx
from partscounter.domain.orders.order import Order
from partscounter.domain.orders.store import select_orders
from partscounter.domain.orders.tables import orders


def orders_of_customer(
    tx: ReadTx, customer_id: int, dealer_ids: Collection[int] | None, limit: int
) -> tuple[int, list[Order]]:
    conditions = [orders.c.customer_id == customer_id, orders.c.superseded_by.is_(None)]
    if dealer_ids is not None:
        conditions.append(orders.c.dealer_id.in_(dealer_ids))
    total = tx.connection.scalar(sa.select(sa.func.count()).select_from(orders).where(*conditions)) or 0
    newest = sa.select(orders.c.id).where(*conditions).order_by(orders.c.id.desc()).limit(limit)
    ids = tx.connection.scalars(newest).all()
    return total, select_orders(tx, orders.c.id.in_(ids))[::-1] if ids else []
