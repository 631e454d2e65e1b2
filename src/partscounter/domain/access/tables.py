"""The tables of access: credentials, the dealers each may see, and the keys that sign tokens."""

import sqlalchemy as sa

from partscounter.database.metadata import JSON, BigId, Moment, metadata

credentials = sa.Table(
    "credentials",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("product", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("secret_hash", sa.Text, nullable=False),
    sa.Column("previous_secret_hash", sa.Text),
    sa.Column("previous_secret_until", Moment),
    sa.Column("token_generation", sa.Integer, nullable=False, server_default="0"),
    sa.Column("enabled", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Column("all_dealers", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("scopes", JSON, nullable=False),
    sa.Column("is_admin", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("options", JSON, nullable=False),
    sa.Column("requests_per_minute", sa.Integer),
    sa.Column("last_used_at", Moment),
    sa.UniqueConstraint("product", "name"),
)

credential_dealers = sa.Table(
    "credential_dealers",
    metadata,
    sa.Column("credential_id", BigId, sa.ForeignKey("credentials.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("dealer_id", BigId, sa.ForeignKey("dealers.id"), primary_key=True),
    sa.Index("ix_credential_dealers_dealer_id", "dealer_id"),
)

signing_keys = sa.Table(
    "signing_keys",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("secret", sa.LargeBinary, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("retired_at", Moment),
)
