"""What imports did to items, as a table; kept for a month."""

import sqlalchemy as sa

from partscounter.database.metadata import BigId, metadata

import_changes = sa.Table(
    "import_changes",
    metadata,
    sa.Column("import_id", BigId, sa.ForeignKey("file_imports.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("item_id", BigId, sa.ForeignKey("items.id"), primary_key=True),
    sa.Column("effect", sa.Text, nullable=False),
    sa.Column("hash_before", sa.Text, nullable=False),
    sa.Column("hash_after", sa.Text, nullable=False),
    sa.Column("on_hand_before", sa.Integer, nullable=False),
    sa.Column("on_hand_after", sa.Integer, nullable=False),
    # JSON as text: it is compared, never asked into.
    sa.Column("images_after", sa.Text, nullable=False),
    # JSON: the columns of a fed row, in their order; only of an item that was changed.
    sa.Column("row_before", sa.Text),
    sa.Column("outcome", sa.Text),
    # What of an item's history imports made.
    sa.Index("ix_import_changes_item", "item_id"),
    sa.CheckConstraint("effect IN ('added', 'changed', 'retired')", name="effect"),
    sa.CheckConstraint("outcome IN ('restored', 'left')", name="outcome"),
)
