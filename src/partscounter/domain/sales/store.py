"""SQL of sales documents."""

from collections.abc import Collection
from decimal import Decimal

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.orders.tables import carts, orders
from partscounter.domain.sales.adjustment import Adjustment, AdjustmentDraft
from partscounter.domain.sales.sold_filter import SoldFilter
from partscounter.domain.sales.tables import sale_adjustments

_ADJUSTMENT = [sale_adjustments.c[name] for name in Adjustment.__dataclass_fields__]


def sold_ids(tx: ReadTx, wanted: SoldFilter, before: int | None, limit: int) -> list[int]:
    query = sa.select(orders.c.id).where(*_conditions(wanted)).order_by(orders.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(orders.c.id < before)
    return list(tx.connection.scalars(query))


def _conditions(wanted: SoldFilter) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if wanted.dealers is not None:
        found.append(orders.c.dealer_id.in_(wanted.dealers))
    if wanted.userid is not None:
        found.append(_bought_by(wanted.userid, wanted.customer_id))
    if wanted.begin is not None:
        found.append(orders.c.placed_at >= wanted.begin)
    if wanted.end is not None:
        found.append(orders.c.placed_at < wanted.end)
    if wanted.vendor_status is not None:
        found.append(orders.c.vendor_status == wanted.vendor_status.value)
    if wanted.customer_status is not None:
        found.append(orders.c.customer_status == wanted.customer_status.value)
    return found


def _bought_by(userid: str, customer_id: int | None) -> sa.ColumnElement[bool]:
    named = sa.select(carts.c.id).where(carts.c.id == orders.c.transaction_id, carts.c.bought_by == userid)
    nameless = sa.and_(orders.c.customer_id.is_(None), sa.exists(named))
    return nameless if customer_id is None else sa.or_(orders.c.customer_id == customer_id, nameless)


def insert_adjustment(
    tx: WriteTx, order_id: int, draft: AdjustmentDraft, tax: Decimal, return_id: int | None
) -> Adjustment:
    insert = sa.insert(sale_adjustments).values(
        order_id=order_id,
        line_number=draft.line_number,
        name=draft.name.strip(),
        description=draft.description.strip(),
        amount=draft.amount,
        tax=tax,
        is_taxable=draft.is_taxable,
        is_subtotal_adjustment=draft.is_subtotal_adjustment,
        reason=draft.reason.strip(),
        return_id=return_id,
        added_at=tx.now,
        added_by=tx.actor.name,
    )
    return Adjustment(**tx.connection.execute(insert.returning(*_ADJUSTMENT)).one()._mapping)


def adjustments_of(tx: ReadTx, order_ids: Collection[int]) -> list[Adjustment]:
    """Those that were not removed, oldest first."""
    of_orders = sale_adjustments.c.order_id.in_(order_ids), sale_adjustments.c.removed_at.is_(None)
    query = sa.select(*_ADJUSTMENT).where(*of_orders).order_by(sale_adjustments.c.id)
    return [Adjustment(**row._mapping) for row in tx.connection.execute(query)]


def mark_removed(tx: WriteTx, adjustment_id: int, reason: str) -> None:
    update = sa.update(sale_adjustments).where(sale_adjustments.c.id == adjustment_id)
    tx.connection.execute(update.values(removed_at=tx.now, removed_by=tx.actor.name, removed_reason=reason.strip()))
