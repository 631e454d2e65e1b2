"""The dates promised for lines on back order; rows are added and never changed."""

import sqlalchemy as sa

from partscounter.database.metadata import BigId, Moment, metadata

order_promises = sa.Table(
    "order_promises",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("order_id", sa.ForeignKey("orders.id"), nullable=False, index=True),
    sa.Column("line_id", sa.ForeignKey("order_lines.id"), nullable=False, index=True),
    sa.Column("line_number", sa.Integer, nullable=False),
    sa.Column("made_at", Moment, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("door", sa.Text, nullable=False),
    sa.Column("day_before", sa.Date),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("told_before", sa.Date),
    sa.Column("told", sa.Date, nullable=False),
    sa.Column("telling", sa.Text, nullable=False),
    sa.Column("units", sa.Integer, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.CheckConstraint("telling IN ('confirmation', 'mail', 'nothing')", "telling"),
    # The first promises of a month, for the figures of how many were kept.
    sa.Index(
        "ix_order_promises_first",
        "day",
        sqlite_where=sa.text("day_before IS NULL"),
        postgresql_where=sa.text("day_before IS NULL"),
    ),
)
