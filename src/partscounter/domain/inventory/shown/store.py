"""SQL of shown items: items, stores and dealers in one row, as the driver gives it."""

from collections.abc import Sequence

import sqlalchemy as sa

from partscounter.database import ReadTx
from partscounter.database.among import among
from partscounter.database.prepared import Prepared
from partscounter.domain.dealers.tables import dealers, stores
from partscounter.domain.inventory.shown.shown_item import ShownItem
from partscounter.domain.inventory.tables import items


def shown_items(tx: ReadTx, ids: Sequence[int], *, with_questions: bool) -> list[ShownItem]:
    prepared = _WITH_QUESTIONS if with_questions else _WITHOUT_QUESTIONS
    return [ShownItem._make(row) for row in prepared.rows(tx, ids=ids)]


def _unread(column: sa.Column[object]) -> sa.ColumnElement[str]:
    """JSON as text: it is read only where it is shown for the first time."""
    return sa.cast(column, sa.Text)


def _cents(column: sa.Column[object]) -> sa.ColumnElement[int]:
    return sa.type_coerce(column, sa.BigInteger())


def _prepared(questions: sa.ColumnElement[str]) -> Prepared:
    """In the order of the fields of a ShownItem."""
    row = sa.select(
        items.c.id,
        items.c.inventory_id,
        items.c.tag_number,
        items.c.part_name,
        items.c.vehicle_make,
        items.c.vehicle_model,
        items.c.part_manufacturer,
        items.c.part_model,
        items.c.year,
        items.c.category,
        items.c.condition,
        items.c.text,
        items.c.oem_number,
        _unread(items.c.images),
        _cents(items.c.price),
        _cents(items.c.core_price),
        items.c.on_hand - items.c.reserved,
        sa.type_coerce(items.c.listed, sa.Integer),
        stores.c.vendor_store,
        _unread(stores.c.address),
        dealers.c.name,
        dealers.c.vendor_id,
        questions,
    )
    # Outer, though each item has both: SQLite then begins with the items, whatever it believes of the sizes of tables.
    joined = row.join(stores, stores.c.id == items.c.store_id, isouter=True)
    joined = joined.join(dealers, dealers.c.id == items.c.dealer_id, isouter=True)
    return Prepared(joined.where(among(items.c.id, "ids")))


_WITHOUT_QUESTIONS = _prepared(sa.literal_column("'[]'", sa.Text))
_WITH_QUESTIONS = _prepared(_unread(items.c.questions))
