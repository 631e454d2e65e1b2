"""Tracking updates as a table: each one that counted, as it was taken."""

import sqlalchemy as sa

from partscounter.database.metadata import JSON, BigId, Moment, metadata

tracking_updates = sa.Table(
    "tracking_updates",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("order_id", sa.ForeignKey("orders.id"), nullable=False),
    sa.Column("taken_at", Moment, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("fulfilment_status", sa.Text, nullable=False),
    sa.Column("parts", JSON, nullable=False),
    sa.Column("carrier", sa.Text, nullable=False),
    sa.Column("shipped_on", sa.Date),
    sa.Column("method", sa.Text, nullable=False),
    sa.Column("tracking_id", sa.Text, nullable=False),
    sa.Column("tracking_url", sa.Text, nullable=False),
    sa.Column("custom_fields", sa.Text, nullable=False),
    sa.Column("fingerprint", sa.Text, nullable=False),
    sa.Column("warnings", JSON, nullable=False),
    sa.Index("ix_tracking_updates_order", "order_id", "id"),
    sa.Index("ix_tracking_updates_fingerprint", "order_id", "fingerprint", "taken_at"),
)
