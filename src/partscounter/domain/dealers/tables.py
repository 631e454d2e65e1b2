"""Dealers and stores as tables."""

import sqlalchemy as sa

from partscounter.database.metadata import JSON, Amount, BigId, metadata

dealers = sa.Table(
    "dealers",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("dealer_code", sa.Text, unique=True),
    sa.Column("vendor_id", sa.Text, unique=True),
    sa.Column("org", sa.Text, unique=True),
    sa.Column("enterprise_id", sa.Text, unique=True),
    sa.Column("customers_manage_notifications", sa.Boolean, nullable=False, server_default=sa.false()),
)

stores = sa.Table(
    "stores",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("dealer_id", sa.ForeignKey("dealers.id"), nullable=False),
    sa.Column("vendor_store", sa.Text, nullable=False),
    sa.Column("store_id", sa.Text),
    sa.Column("address", JSON, nullable=False),
    sa.Column("latitude", sa.Float),
    sa.Column("longitude", sa.Float),
    sa.Column("currency", sa.Text, nullable=False, server_default="USD"),
    sa.Column("tax_rate", Amount, nullable=False, server_default="0"),
    sa.Column("takes_orders_asynchronously", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("requires_order_reference", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("retention_days", sa.Integer),
    sa.UniqueConstraint("dealer_id", "vendor_store"),
    sa.UniqueConstraint("dealer_id", "store_id"),
)
