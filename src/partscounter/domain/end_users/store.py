"""SQL of the rules, and of what customers spent."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.end_users.tables import template_rules
from partscounter.domain.orders.quantities import Stage
from partscounter.domain.orders.tables import order_lines, orders

_ONLY = 1


def load_rules(tx: ReadTx) -> list[Mapping[str, object]]:
    return tx.connection.scalar(sa.select(template_rules.c.rules)) or []


def put_rules(tx: WriteTx, rules: Sequence[Mapping[str, object]]) -> None:
    insert = (postgresql if tx.connection.dialect.name == "postgresql" else sqlite).insert(template_rules)
    upsert = insert.values(id=_ONLY, rules=list(rules))
    tx.connection.execute(upsert.on_conflict_do_update(index_elements=("id",), set_={"rules": list(rules)}))


def spend_by_currency(
    tx: ReadTx, customer_id: int, since: datetime, dealer_ids: Collection[int] | None
) -> dict[str, Decimal]:
    """The same of one customer, by currency; with some dealers only, where these are given."""
    query = (
        sa.select(orders.c.currency, _cents())
        .join(order_lines, order_lines.c.order_id == orders.c.id)
        .where(orders.c.customer_id == customer_id, orders.c.placed_at >= since, orders.c.superseded_by.is_(None))
        .group_by(orders.c.currency)
        .order_by(orders.c.currency)
    )
    if dealer_ids is not None:
        query = query.where(orders.c.dealer_id.in_(dealer_ids))
    return {currency: Decimal(int(total)).scaleb(-2) for currency, total in tx.connection.execute(query)}


def _cents() -> sa.ColumnElement[int]:
    kept = [order_lines.c[stage.value] for stage in Stage if stage is not Stage.CANCELLED]
    units = sum(kept[1:], start=kept[0])
    return sa.func.sum(sa.type_coerce(order_lines.c.price_each, sa.BigInteger) * units)


def spend_of_customers(tx: ReadTx, customer_ids: Collection[int], currency: str, since: datetime) -> dict[int, Decimal]:
    """The net price of what each ordered: without cancelled units, and without orders that others replaced."""
    query = (
        sa.select(orders.c.customer_id, _cents())
        .join(order_lines, order_lines.c.order_id == orders.c.id)
        .where(
            orders.c.customer_id.in_(customer_ids),
            orders.c.currency == currency,
            orders.c.placed_at >= since,
            orders.c.superseded_by.is_(None),
        )
        .group_by(orders.c.customer_id)
    )
    return {key: Decimal(int(total)).scaleb(-2) for key, total in tx.connection.execute(query)}
