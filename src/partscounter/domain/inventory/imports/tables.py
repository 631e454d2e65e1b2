"""Rows of an import that are written but not yet in the stock, as tables. They are empty when none is under way."""

import sqlalchemy as sa

from partscounter.database.metadata import BigId, Moment, metadata
from partscounter.domain.inventory.tables import items

_NOT_FED = frozenset({"id", "dealer_id", "store_id", "inventory_id", "reserved", "added_at", "changed_at"})

FED_COLUMNS = tuple(column.name for column in items.columns if column.name not in _NOT_FED)
"""The columns of an item that a feed decides."""

imports = sa.Table(
    "imports",
    metadata,
    # Drawn at random: SQLite gives the number of a deleted row again, and with it would go the rows it left over.
    sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
    # Moved on with every batch: an import that stands still for long has died.
    sa.Column("touched_at", Moment, nullable=False),
)

import_stores = sa.Table(
    "import_stores",
    metadata,
    sa.Column("import_id", sa.BigInteger, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("dealer_id", sa.BigInteger, nullable=False),
    sa.Column("store_id", sa.BigInteger, nullable=False),
)

import_rows = sa.Table(
    "import_rows",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("import_id", sa.BigInteger, nullable=False),
    # The store by its place among those of the file; it may not be registered yet.
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("inventory_id", sa.Text, nullable=False),
    *(sa.Column(name, items.c[name].type, nullable=items.c[name].nullable) for name in FED_COLUMNS),
    sa.Index("ix_import_rows_import_id_id", "import_id", "id"),
)
