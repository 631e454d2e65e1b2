"""SQL of which orders are for which machine."""

from collections.abc import Collection

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.orders.of_machines.tables import order_machines
from partscounter.domain.orders.order import Order
from partscounter.domain.orders.store import select_orders
from partscounter.domain.orders.tables import orders


def insert_machines(tx: WriteTx, order_id: int, serial_keys: Collection[str]) -> None:
    rows = [{"serial_key": key, "order_id": order_id} for key in sorted(serial_keys)]
    tx.connection.execute(sa.insert(order_machines), rows)


def orders_of_machine(
    tx: ReadTx, serial_key: str, customer_id: int | None, dealer_ids: Collection[int] | None, limit: int
) -> list[Order]:
    of_machine = sa.select(order_machines.c.order_id).where(order_machines.c.serial_key == serial_key)
    conditions: list[sa.ColumnElement[bool]] = [orders.c.id.in_(of_machine), orders.c.superseded_by.is_(None)]
    if customer_id is not None:
        conditions.append(orders.c.customer_id == customer_id)
    if dealer_ids is not None:
        conditions.append(orders.c.dealer_id.in_(dealer_ids))
    newest = sa.select(orders.c.id).where(*conditions).order_by(orders.c.id.desc()).limit(limit)
    ids = tx.connection.scalars(newest).all()
    return select_orders(tx, orders.c.id.in_(ids))[::-1]
