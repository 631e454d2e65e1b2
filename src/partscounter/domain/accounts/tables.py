"""Accounts, their sessions and their failures as tables."""

import sqlalchemy as sa

from partscounter.database.metadata import BigId, Moment, metadata

accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("email", sa.Text, nullable=False, unique=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("customer_id", sa.ForeignKey("customers.id"), index=True),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("enabled", sa.Boolean, nullable=False),
    sa.Column("password_hash", sa.Text),
    sa.Column("password_number", sa.Integer, nullable=False),
    sa.Column("code_secret", sa.Text),
    sa.Column("code_step", sa.BigInteger, nullable=False),
)

account_dealers = sa.Table(
    "account_dealers",
    metadata,
    sa.Column("account_id", sa.ForeignKey("accounts.id"), primary_key=True),
    sa.Column("dealer_id", sa.ForeignKey("dealers.id"), primary_key=True),
)

sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("token_hash", sa.Text, nullable=False, unique=True),
    sa.Column("account_id", sa.ForeignKey("accounts.id"), nullable=False, index=True),
    sa.Column("started_at", Moment, nullable=False),
    sa.Column("expires_at", Moment, nullable=False),
    sa.Column("confirmed", sa.Boolean, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("browser", sa.Text, nullable=False),
)

sign_in_failures = sa.Table(
    "sign_in_failures",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("failed_at", Moment, nullable=False),
    sa.Index("sign_in_failures_by_key", "key", "failed_at"),
)
