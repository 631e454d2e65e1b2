"""Kept carts and their lines as tables."""

import sqlalchemy as sa

from partscounter.database.metadata import BigId, Moment, metadata

kept_carts = sa.Table(
    "kept_carts",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    # `account:<id>`, or `visit:<hash of the browser's token>`.
    sa.Column("owner", sa.Text, nullable=False, unique=True),
    sa.Column("changed_at", Moment, nullable=False),
    sa.Index("ix_kept_carts_changed_at", "changed_at"),
)

kept_cart_lines = sa.Table(
    "kept_cart_lines",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("cart_id", sa.ForeignKey("kept_carts.id"), nullable=False),
    sa.Column("item_id", sa.ForeignKey("items.id"), nullable=False),
    sa.Column("serial_number", sa.Text, nullable=False),
    sa.Column("machine_code", sa.Text, nullable=False),
    sa.Column("quantity", sa.Integer, nullable=False),
    sa.UniqueConstraint("cart_id", "item_id", "serial_number"),
)
