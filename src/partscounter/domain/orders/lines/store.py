"""SQL of order lines; on the path of every update, so its statements are prepared."""

from collections.abc import Sequence

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.database.among import among
from partscounter.database.prepared import Prepared
from partscounter.domain.approvals import Approval
from partscounter.domain.orders.line import OrderLine, part_keys
from partscounter.domain.orders.lines.row import (
    COLUMNS,
    MOVABLE_COLUMNS,
    PARAMETER,
    PARAMETERS,
    SAVED,
    make_lines,
    movable_line_of,
    saved_units,
)
from partscounter.domain.orders.movable import MovableLine, MovableOrder
from partscounter.domain.orders.tables import order_lines, orders

_lines = sa.select(*(order_lines.c[name] for name in COLUMNS))
_OF_ONE = Prepared(_lines.where(order_lines.c.order_id == sa.bindparam("order_id")).order_by(order_lines.c.number))
_OF_SEVERAL = Prepared(
    _lines.add_columns(order_lines.c.order_id)
    .where(among(order_lines.c.order_id, "order_ids"))
    .order_by(order_lines.c.order_id, order_lines.c.number)
)
_newest = (
    sa.select(sa.func.max(orders.c.id))
    .where(orders.c.dealer_id == sa.bindparam("dealer_id"), orders.c.document_number == sa.bindparam("document_number"))
    .scalar_subquery()
)
_NAMES = Prepared(
    sa.select(order_lines.c.code, order_lines.c.brand_code, order_lines.c.part_code).where(
        order_lines.c.order_id == _newest
    )
)
_LOCK = Prepared(
    sa.select(
        orders.c.id,
        orders.c.document_number,
        orders.c.tracking_status,
        orders.c.vendor_status,
        orders.c.customer_status,
        orders.c.closed_at,
    )
    .where(orders.c.dealer_id == sa.bindparam("dealer_id"), orders.c.document_number == sa.bindparam("document_number"))
    .order_by(orders.c.id.desc())
    .limit(1)
    .with_for_update()
)
_MOVABLE = Prepared(
    sa.select(*(order_lines.c[name] for name in MOVABLE_COLUMNS))
    .where(order_lines.c.order_id == sa.bindparam("order_id"))
    .order_by(order_lines.c.number)
)
_SAVE = Prepared(
    sa.update(order_lines)
    .where(order_lines.c.id == sa.bindparam("line"))
    .values({order_lines.c[name]: sa.bindparam(PARAMETER.format(name)) for name in SAVED})
)


def lines_of(tx: ReadTx, order_ids: Sequence[int]) -> dict[int, list[OrderLine]]:
    """The lines of each order, in order of their numbers."""
    if len(order_ids) == 1:
        return {order_ids[0]: make_lines(_OF_ONE.columns(tx, order_id=order_ids[0]))}
    lines: dict[int, list[OrderLine]] = {id_: [] for id_ in order_ids}
    columns = _OF_SEVERAL.columns(tx, order_ids=list(order_ids))
    if columns:
        for order_id, line in zip(columns[-1], make_lines(columns[:-1]), strict=True):
            lines[order_id].append(line)
    return lines


def find_part_keys(tx: ReadTx, dealer_id: int, document_number: str) -> frozenset[str] | None:
    rows = _NAMES.rows(tx, dealer_id=dealer_id, document_number=document_number)
    return frozenset().union(*[part_keys(*row) for row in rows]) if rows else None


def lock_movable(tx: WriteTx, dealer_id: int, document_number: str) -> MovableOrder | None:
    """The dealer's newest order under this document number, held until the transaction ends.

    Two statements, although one could join them: on PostgreSQL lines that are read together with the lock are those of
    the moment before it was waited for.
    """
    found = _LOCK.row(tx, dealer_id=dealer_id, document_number=document_number)
    if found is None:
        return None
    lines = [movable_line_of(row) for row in _MOVABLE.rows(tx, order_id=found[0])]
    order_id, number, tracking_status, vendor, customer, closed_at = found
    return MovableOrder(
        order_id, number, tracking_status, Approval(vendor), Approval(customer), closed_at, tuple(lines)
    )


def save_lines(tx: WriteTx, lines: Sequence[OrderLine | MovableLine]) -> None:
    """Store where the units of these lines are now."""
    if lines:
        _SAVE.run_many(tx, PARAMETERS, [saved_units(line) for line in lines])
