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
    # On PostgreSQL an id is drawn before its commit, so a smaller one may commit after a larger one has been read. The
    # number of the writing transaction lets the log be read in an order to which nothing is ever added but at its end
    # (database/log.py). SQLite has one writer and leaves it 0.
    sa.Column("written_by", sa.BigInteger, nullable=False, server_default="0"),
    sa.Index("ix_events_subject_id", "subject", "id"),
    sa.Index("ix_events_written_by_id", "written_by", "id"),
)
