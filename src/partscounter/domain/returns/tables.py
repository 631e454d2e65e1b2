"""Returns and the terms of dealers as tables."""

import sqlalchemy as sa

from partscounter.database.metadata import Amount, BigId, Moment, metadata

goods_returns = sa.Table(
    "goods_returns",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("order_id", sa.ForeignKey("orders.id"), nullable=False, index=True),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("requested_by", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("requested_at", Moment, nullable=False),
    sa.Column("changed_at", Moment, nullable=False),
)

goods_return_lines = sa.Table(
    "goods_return_lines",
    metadata,
    sa.Column("return_id", sa.ForeignKey("goods_returns.id"), primary_key=True, autoincrement=False),
    sa.Column("line_number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("units", sa.Integer, nullable=False),
    sa.Column("restocked", sa.Integer, nullable=False),
    sa.Column("scrapped", sa.Integer, nullable=False),
    sa.CheckConstraint("restocked >= 0 AND scrapped >= 0 AND restocked + scrapped <= units", "units_add_up"),
)

return_terms = sa.Table(
    "return_terms",
    metadata,
    sa.Column("dealer_id", sa.ForeignKey("dealers.id"), primary_key=True, autoincrement=False),
    sa.Column("days_to_return", sa.Integer),
    sa.Column("restocking_percent", Amount, nullable=False),
)
