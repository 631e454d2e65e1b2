"""Core charges, their ledger, and the terms of dealers as tables."""

import sqlalchemy as sa

from partscounter.database.metadata import Amount, BigId, Moment, metadata

core_charges = sa.Table(
    "core_charges",
    metadata,
    sa.Column("order_id", sa.ForeignKey("orders.id"), primary_key=True),
    sa.Column("line_number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("dealer_id", sa.ForeignKey("dealers.id"), nullable=False),
    sa.Column("customer_id", sa.ForeignKey("customers.id"), index=True),
    sa.Column("currency", sa.Text, nullable=False),
    sa.Column("each", Amount, nullable=False),
    sa.Column("days_to_return", sa.Integer),
    sa.Column("partial_percent", Amount, nullable=False),
)

core_entries = sa.Table(
    "core_entries",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("order_id", sa.BigInteger, nullable=False),
    sa.Column("line_number", sa.Integer, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("units", sa.Integer, nullable=False),
    sa.Column("credit", Amount, nullable=False),
    sa.Column("kept", Amount, nullable=False),
    sa.Column("grade", sa.Text),
    sa.Column("due_on", sa.Date),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("entered_at", Moment, nullable=False),
    sa.Column("entered_by", sa.Text, nullable=False),
    sa.ForeignKeyConstraint(["order_id", "line_number"], ["core_charges.order_id", "core_charges.line_number"]),
    sa.Index("ix_core_entries_line", "order_id", "line_number", "id"),
    sa.Index("ix_core_entries_due_on", "due_on"),
    sa.CheckConstraint("units > 0", "units_positive"),
)

core_terms = sa.Table(
    "core_terms",
    metadata,
    sa.Column("dealer_id", sa.ForeignKey("dealers.id"), primary_key=True, autoincrement=False),
    sa.Column("days_to_return", sa.Integer),
    sa.Column("partial_percent", Amount, nullable=False),
)
