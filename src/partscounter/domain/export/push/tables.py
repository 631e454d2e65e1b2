"""Push targets, one for a dealer, and every try to deliver to them."""

import sqlalchemy as sa

from partscounter.database.metadata import BigId, Moment, metadata

push_targets = sa.Table(
    "push_targets",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("dealer_id", BigId, sa.ForeignKey("dealers.id"), nullable=False, unique=True),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("secret", sa.Text, nullable=False),
    sa.Column("previous_secret", sa.Text),
    sa.Column("previous_secret_until", Moment),
    sa.Column("enabled", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Column("off_reason", sa.Text, nullable=False, server_default=""),
    sa.Column("marks_received", sa.Boolean, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
)

push_deliveries = sa.Table(
    "push_deliveries",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("target_id", BigId, sa.ForeignKey("push_targets.id"), nullable=False),
    sa.Column("order_id", BigId, sa.ForeignKey("orders.id"), nullable=False),
    sa.Column("event_id", BigId, sa.ForeignKey("events.id"), nullable=False),
    sa.Column("job_id", BigId, sa.ForeignKey("jobs.id"), nullable=False),
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("tried_at", Moment, nullable=False),
    sa.Column("status", sa.Integer),
    sa.Column("error", sa.Text, nullable=False),
    sa.Column("duration_ms", sa.Integer, nullable=False),
    sa.Index("ix_push_deliveries_target_id", "target_id", "id"),
    sa.Index("ix_push_deliveries_job_id", "job_id"),
    sa.Index("ix_push_deliveries_order_id", "order_id"),
)
