"""Customers and companies as tables."""

import sqlalchemy as sa

from partscounter.database.metadata import JSON, BigId, metadata

companies = sa.Table(
    "companies",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("dealer_id", sa.ForeignKey("dealers.id")),
    sa.Column("company_id", sa.Text, nullable=False, unique=True),
    sa.Column("name", sa.Text, nullable=False),
)

customers = sa.Table(
    "customers",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("dealer_id", sa.ForeignKey("dealers.id")),
    sa.Column("company_id", sa.ForeignKey("companies.id")),
    sa.Column("customer_id", sa.Text, unique=True),
    sa.Column("userid", sa.Text, unique=True),
    sa.Column("code", sa.Text),
    sa.Column("email", sa.Text, nullable=False, server_default=""),
    sa.Column("family_name", sa.Text, nullable=False, server_default=""),
    sa.Column("given_name", sa.Text, nullable=False, server_default=""),
    sa.Column("title", sa.Text, nullable=False, server_default=""),
    sa.Column("language", sa.Text, nullable=False, server_default="en"),
    sa.Column("invoice_address", JSON, nullable=False),
    sa.Column("muted", JSON, nullable=False),
    sa.UniqueConstraint("dealer_id", "code"),
    sa.Index("ix_customers_email", "email"),
)

customer_profiles = sa.Table(
    "customer_profiles",
    metadata,
    sa.Column("customer_id", sa.ForeignKey("customers.id"), primary_key=True),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("price_code", sa.Text, nullable=False),
    sa.Column("territories", JSON, nullable=False),
    sa.Column("places", JSON, nullable=False),
)
