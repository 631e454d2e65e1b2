"""Reviews as a table: a row for each resubmission that shared no part with the submission before it."""

import sqlalchemy as sa

from partscounter.database.metadata import Moment, metadata

order_reviews = sa.Table(
    "order_reviews",
    metadata,
    sa.Column("order_id", sa.ForeignKey("orders.id"), primary_key=True, autoincrement=False),
    sa.Column("replaces", sa.ForeignKey("orders.id"), nullable=False, index=True),
    sa.Column("verdict", sa.Text, nullable=False, server_default=""),
    sa.Column("reviewed_at", Moment),
    sa.Column("reviewed_by", sa.Text, nullable=False, server_default=""),
    sa.Column("note", sa.Text, nullable=False, server_default=""),
    sa.Index(
        "ix_order_reviews_open",
        "order_id",
        sqlite_where=sa.text("reviewed_at IS NULL"),
        postgresql_where=sa.text("reviewed_at IS NULL"),
    ),
)
