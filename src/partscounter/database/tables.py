"""The event log: append-only, written in the transaction that caused the event, never updated."""

import sqlalchemy as sa

from partscounter.database.metadata import JSON, BigId, Moment, metadata

events = sa.Table(
    "events",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("occurred_at", Moment, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("data", JSON, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("door", sa.Text, nullable=False),
    sa.Column("request_id", sa.Text, nullable=False, server_default=""),
    sa.Column("payload", sa.Text, nullable=False, server_default=""),
    # PostgreSQL hands out ids before commit, so one may commit after a larger one has been read. Once every transaction
    # numbered below this has ended, no smaller id can appear (database/record.py). SQLite has one writer and leaves 0.
    sa.Column("settled_after", sa.BigInteger, nullable=False, server_default="0"),
    sa.Index("ix_events_subject_id", "subject", "id"),
    sa.Index("ix_events_kind_id", "kind", "id"),
)
