"""Mails as a table: what was written to whom about which event, and what became of it."""

import sqlalchemy as sa

from partscounter.database.metadata import BigId, Moment, metadata

mails = sa.Table(
    "mails",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("event_id", sa.ForeignKey("events.id"), nullable=False, unique=True),
    sa.Column("order_id", sa.ForeignKey("orders.id"), index=True),
    sa.Column("about", sa.Text, nullable=False),
    sa.Column("recipient", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("html", sa.Text, nullable=False),
    sa.Column("message_id", sa.Text, nullable=False),
    sa.Column("unsubscribe_url", sa.Text, nullable=False, server_default=""),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("bounce", sa.Text, nullable=False, server_default=""),
    sa.Column("queued_at", Moment, nullable=False),
    sa.Column("sent_at", Moment),
    sa.Index("ix_mails_state", "state"),
)
