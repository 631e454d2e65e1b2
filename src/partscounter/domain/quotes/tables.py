"""Quotes and their lines as tables."""

import sqlalchemy as sa

from partscounter.database.metadata import Amount, BigId, Moment, metadata

quotes = sa.Table(
    "quotes",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("dealer_id", sa.ForeignKey("dealers.id"), nullable=False),
    sa.Column("store_id", sa.ForeignKey("stores.id"), nullable=False),
    sa.Column("customer_id", sa.ForeignKey("customers.id")),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("email", sa.Text, nullable=False),
    sa.Column("currency", sa.Text, nullable=False),
    sa.Column("tax_rate", Amount, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("valid_until", sa.Date, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("order_id", sa.ForeignKey("orders.id")),
    sa.Column("decision_note", sa.Text, nullable=False),
    sa.Column("made_at", Moment, nullable=False),
    sa.Column("made_by", sa.Text, nullable=False),
    sa.Column("changed_at", Moment, nullable=False),
    # open, accepted or withdrawn: a day that is over needs no write.
    sa.Column("state", sa.Text, nullable=False),
    sa.Index("ix_quotes_dealer", "dealer_id", "id"),
)

quote_lines = sa.Table(
    "quote_lines",
    metadata,
    sa.Column("quote_id", sa.ForeignKey("quotes.id"), primary_key=True, autoincrement=False),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("item_id", sa.ForeignKey("items.id"), nullable=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("description", sa.Text, nullable=False),
    sa.Column("quantity", sa.Integer, nullable=False),
    sa.Column("price_each", Amount, nullable=False),
    sa.Column("core", Amount, nullable=False),
)
