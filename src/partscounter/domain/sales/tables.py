"""Adjustments of sales documents as a table."""

import sqlalchemy as sa

from partscounter.database.metadata import Amount, BigId, Moment, metadata

sale_adjustments = sa.Table(
    "sale_adjustments",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("order_id", sa.ForeignKey("orders.id"), nullable=False, index=True),
    sa.Column("line_number", sa.Integer),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("description", sa.Text, nullable=False),
    sa.Column("amount", Amount, nullable=False),
    sa.Column("tax", Amount, nullable=False),
    sa.Column("is_taxable", sa.Boolean, nullable=False),
    sa.Column("is_subtotal_adjustment", sa.Boolean, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("return_id", sa.BigInteger),
    sa.Column("added_at", Moment, nullable=False),
    sa.Column("added_by", sa.Text, nullable=False),
    sa.Column("removed_at", Moment),
    sa.Column("removed_by", sa.Text),
    sa.Column("removed_reason", sa.Text),
)
