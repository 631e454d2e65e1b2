"""SQL of order lines; on the path of every update, so its statements are prepared."""

from collections.abc import Sequence
from typing import Any, TypeVar

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.database.among import among
from partscounter.database.packed import Packed
from partscounter.database.prepared import Prepared
from partscounter.domain.approvals import Approval
from partscounter.domain.orders.line import OrderLine, PricedLine, part_keys
from partscounter.domain.orders.lines.row import (
    COLUMNS,
    MOVABLE_COLUMNS,
    PARAMETER,
    PARAMETERS,
    PRICED_COLUMNS,
    SAVED,
    STAGES,
    make_lines,
    make_movable_lines,
    make_priced_lines,
    saved_units,
)
from partscounter.domain.orders.movable import MovableLine, MovableOrder
from partscounter.domain.orders.tables import order_lines, orders

L = TypeVar("L", OrderLine, PricedLine)


def _lines(names: Sequence[str]) -> sa.Select[Any]:
    return sa.select(*(order_lines.c[name] for name in names)).order_by(order_lines.c.order_id, order_lines.c.number)


_OF_ONE = Prepared(_lines(COLUMNS).where(order_lines.c.order_id == sa.bindparam("order_id")))
_OF_SEVERAL = Prepared(_lines((*COLUMNS, "order_id")).where(among(order_lines.c.order_id, "order_ids")))
_stages = sa.func.concat_ws(sa.literal_column("','"), *(order_lines.c[name] for name in STAGES), type_=sa.Text)
_PRICED = Packed(
    [*(order_lines.c[name] for name in PRICED_COLUMNS), _stages, order_lines.c.order_id],
    among(order_lines.c.order_id, "order_ids"),
    order_by=(order_lines.c.order_id, order_lines.c.number),
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
    columns = _OF_SEVERAL.columns(tx, order_ids=list(order_ids))
    return _by_order(order_ids, columns[-1:], make_lines(columns[:-1]))


def priced_lines_of(tx: ReadTx, order_ids: Sequence[int]) -> dict[int, list[PricedLine]]:
    """The same as far as an export shows them."""
    columns = _PRICED.columns(tx, order_ids=list(order_ids))
    return _by_order(order_ids, columns[-1:], make_priced_lines(columns[:-1]))


def _by_order(order_ids: Sequence[int], owners: Sequence[Sequence[int]], lines: Sequence[L]) -> dict[int, list[L]]:
    """`owners` holds one column, the order's id of each line; or none, where there are no lines."""
    found: dict[int, list[L]] = {id_: [] for id_ in order_ids}
    for order_id, line in zip(*owners, lines, strict=True) if owners else ():
        found[order_id].append(line)
    return found


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
    lines = make_movable_lines(_MOVABLE.columns(tx, order_id=found[0]))
    order_id, number, tracking_status, vendor, customer, closed_at = found
    return MovableOrder(
        order_id, number, tracking_status, Approval(vendor), Approval(customer), closed_at, tuple(lines)
    )


def save_lines(tx: WriteTx, lines: Sequence[OrderLine | MovableLine]) -> None:
    """Store where the units of these lines are now."""
    if lines:
        _SAVE.run_many(tx, PARAMETERS, [saved_units(line) for line in lines])
