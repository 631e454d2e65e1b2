"""SQL of orders of accounts."""

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.orders.of_accounts.buyer_filter import OrdersWanted
from partscounter.domain.orders.of_accounts.tables import account_orders
from partscounter.domain.orders.order import Order
from partscounter.domain.orders.store import orders_by_id, select_orders
from partscounter.domain.orders.tables import order_lines, orders


def insert_buyer(tx: WriteTx, account_id: int, dealer_id: int, uuid: str) -> None:
    row = {"account_id": account_id, "dealer_id": dealer_id, "uuid": uuid}
    tx.connection.execute(sa.insert(account_orders).values(**row))


def orders_of_buyer(tx: ReadTx, wanted: OrdersWanted, *, offset: int, limit: int) -> tuple[int, list[Order]]:
    conditions = [_is_theirs(wanted), orders.c.superseded_by.is_(None), *_matches(wanted.text)]
    total = tx.connection.scalar(sa.select(sa.func.count()).select_from(orders).where(*conditions)) or 0
    newest = sa.select(orders.c.id).where(*conditions).order_by(orders.c.id.desc()).offset(offset).limit(limit)
    ids = tx.connection.scalars(newest).all()
    return total, orders_by_id(tx, ids)[::-1] if ids else []


def order_of_buyer(tx: ReadTx, wanted: OrdersWanted, order_id: int) -> Order | None:
    named = sa.select(orders.c.dealer_id, orders.c.uuid).where(orders.c.id == order_id, _is_theirs(wanted)).subquery()
    same = sa.exists().where(orders.c.dealer_id == named.c.dealer_id, orders.c.uuid == named.c.uuid)
    found = select_orders(tx, same, orders.c.superseded_by.is_(None))
    return found[-1] if found else None


def _is_theirs(wanted: OrdersWanted) -> sa.ColumnElement[bool]:
    of = account_orders.c
    is_same = sa.and_(orders.c.dealer_id == of.dealer_id, orders.c.uuid == of.uuid)
    own = sa.select(orders.c.id).join(account_orders, is_same).where(of.account_id == wanted.account_id)
    if wanted.customer_id is None:
        return orders.c.id.in_(own)
    # Both kinds by an index of their own: with OR between them every order would be looked at.
    return orders.c.id.in_(own.union(sa.select(orders.c.id).where(orders.c.customer_id == wanted.customer_id)))


def _matches(text: str) -> list[sa.ColumnElement[bool]]:
    if not text:
        return []
    lines = sa.select(order_lines.c.order_id).where(
        order_lines.c.order_id == orders.c.id,
        sa.or_(*(_has(order_lines.c[name], text) for name in ("code", "description"))),
    )
    own = (orders.c.number, orders.c.document_number, orders.c.terms["reference"].as_string())
    return [sa.or_(*(_has(column, text) for column in own), sa.exists(lines))]


def _has(column: sa.ColumnElement[str], text: str) -> sa.ColumnElement[bool]:
    return sa.func.lower(column).contains(text.lower(), autoescape=True)
