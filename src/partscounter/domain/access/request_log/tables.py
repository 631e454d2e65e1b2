"""The newest requests of each credential, as a table."""

import sqlalchemy as sa

from partscounter.database.metadata import BigId, Moment, metadata

logged_requests = sa.Table(
    "logged_requests",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("credential_id", BigId, sa.ForeignKey("credentials.id", ondelete="CASCADE"), nullable=False),
    sa.Column("at", Moment, nullable=False, index=True),
    sa.Column("method", sa.Text, nullable=False),
    sa.Column("path", sa.Text, nullable=False),
    sa.Column("status", sa.Integer, nullable=False),
    sa.Column("milliseconds", sa.Float, nullable=False),
    sa.Column("request_id", sa.Text, nullable=False),
    sa.Column("client_address", sa.Text, nullable=False),
    sa.Column("problem", sa.Text, nullable=False),
    sa.Column("sent_type", sa.Text, nullable=False),
    sa.Column("sent_text", sa.Text, nullable=False),
    sa.Column("sent_size", sa.BigInteger, nullable=False),
    sa.Column("answered_type", sa.Text, nullable=False),
    sa.Column("answered_text", sa.Text, nullable=False),
    sa.Column("answered_size", sa.BigInteger, nullable=False),
    sa.Index("ix_logged_requests_credential_id", "credential_id", "id"),
)
