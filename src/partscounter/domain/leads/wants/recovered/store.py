"""SQL of orders that met a want."""

import sqlalchemy as sa

from partscounter.database import ReadTx
from partscounter.domain.leads.wants.recovered.line import RecoveredLine
from partscounter.domain.leads.wants.tables import want_items, wants
from partscounter.domain.orders import Stage
from partscounter.domain.orders.tables import order_lines, orders

_NAMES = tuple(RecoveredLine.__dataclass_fields__)


def recovered_lines(tx: ReadTx, dealer_id: int | None) -> list[RecoveredLine]:
    """Those of the customer who waited, also under another account with the same mail address."""
    query = (
        sa.select(
            wants.c.id.label("want_id"),
            wants.c.customer_id.label("wanted_by"),
            wants.c.email,
            orders.c.id.label("order_id"),
            orders.c.customer_id,
            orders.c.parties,
            orders.c.dealer_id,
            orders.c.currency,
            orders.c.placed_at,
            order_lines.c.id.label("line_id"),
            order_lines.c.price_each,
            _units().label("units"),
        )
        .select_from(want_items)
        .join(wants, wants.c.id == want_items.c.want_id)
        .join(order_lines, order_lines.c.item_id == want_items.c.item_id)
        .join(orders, orders.c.id == order_lines.c.order_id)
        .where(want_items.c.told_at <= orders.c.placed_at, orders.c.superseded_by.is_(None), _units() > 0)
        .order_by(wants.c.id, order_lines.c.id)
    )
    if dealer_id is not None:
        query = query.where(orders.c.dealer_id == dealer_id)
    rows = tx.connection.execute(query).mappings()
    return [RecoveredLine(**{name: row[name] for name in _NAMES}) for row in rows if _is_same_buyer(row)]


def _units() -> sa.ColumnElement[int]:
    stages = [order_lines.c[stage.value] for stage in Stage if stage is not Stage.CANCELLED]
    total: sa.ColumnElement[int] = stages[0]
    for stage in stages[1:]:
        total = total + stage
    return total


def _is_same_buyer(row: sa.RowMapping) -> bool:
    if row["wanted_by"] is not None and row["wanted_by"] == row["customer_id"]:
        return True
    parties = (row["parties"].get(part) or {} for part in ("contact", "bill_to", "ship_to"))
    addresses = {str(party.get("email", "")).casefold() for party in parties}
    return bool(row["email"]) and row["email"].casefold() in addresses
