"""The queue: one row for each job, from when it is caused until long after it is done."""

import sqlalchemy as sa

from partscounter.database.metadata import JSON, BigId, Moment, metadata

jobs = sa.Table(
    "jobs",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("key", sa.Text, nullable=False, unique=True),
    sa.Column("payload", JSON, nullable=False),
    sa.Column("event_id", BigId, sa.ForeignKey("events.id")),
    sa.Column("state", sa.Text, nullable=False),
    # When it may run next, and when it first could: from then on its retry policy counts.
    sa.Column("run_at", Moment, nullable=False),
    sa.Column("due_since", Moment, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("leased_until", Moment),
    sa.Column("worker", sa.Text),
    sa.Column("last_error", sa.Text),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("finished_at", Moment),
    sa.CheckConstraint("state IN ('ready', 'running', 'done', 'parked')", name="state"),
    sa.Index("ix_jobs_state_run_at", "state", "run_at"),
)
