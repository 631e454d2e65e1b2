"""Leads as a table."""

import sqlalchemy as sa

from partscounter.database.metadata import JSON, BigId, Moment, metadata

leads = sa.Table(
    "leads",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("dealer_id", sa.ForeignKey("dealers.id"), index=True),
    sa.Column("store_id", sa.ForeignKey("stores.id")),
    sa.Column("userid", sa.Text, nullable=False),
    sa.Column("contact", JSON, nullable=False),
    sa.Column("preferred_method", sa.Text, nullable=False),
    sa.Column("facts", JSON, nullable=False),
    sa.Column("logged_at", Moment, nullable=False),
    # The month of logged_at in UTC, such as 2026-03: reports count by it, and the engines share no function for it.
    sa.Column("month", sa.Text, nullable=False),
    sa.Column("logged_by", sa.Text, nullable=False),
    sa.Index("ix_leads_month", "month"),
)
