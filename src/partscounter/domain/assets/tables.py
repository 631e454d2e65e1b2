"""Assets, and codes made to be printed, as tables."""

import sqlalchemy as sa

from partscounter.database.metadata import JSON, BigId, Moment, metadata

assets = sa.Table(
    "assets",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("qr_code", sa.Text, nullable=False, unique=True),
    sa.Column("serial_number", sa.Text, nullable=False),
    sa.Column("make", sa.Text, nullable=False, server_default="CAT"),
    sa.Column("model", sa.Text, nullable=False, server_default=""),
    sa.Column("product_family", sa.Text, nullable=False, server_default=""),
    sa.Column("build_year", sa.Integer),
    sa.Column("smcs_code", sa.Text, nullable=False, server_default=""),
    sa.Column("cat_record_id", sa.Text, nullable=False, server_default=""),
    sa.Column("originator", sa.Text, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("metadata_status", sa.Text, nullable=False, server_default="PENDING"),
    sa.Column("principal_work", JSON),
    sa.Column("market_segment", JSON),
    sa.Column("customer_id", sa.ForeignKey("customers.id")),
    sa.UniqueConstraint("make", "serial_number"),
    sa.Index("ix_assets_serial_number", "serial_number"),
    sa.Index("ix_assets_customer", "customer_id", "id"),
)

qr_codes = sa.Table(
    "qr_codes",
    metadata,
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("made_at", Moment, nullable=False),
    sa.Column("made_by", sa.Text, nullable=False),
)
"""Codes that were made to be printed. One is free while no asset has it."""
