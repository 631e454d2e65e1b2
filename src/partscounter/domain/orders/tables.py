"""Orders, their lines, the carts they were bought in, and the counters and keys that keep them apart."""

import sqlalchemy as sa

from partscounter.database.metadata import JSON, Amount, BigId, Moment, metadata
from partscounter.domain.orders.quantities import Stage

orders = sa.Table(
    "orders",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("uuid", sa.Text, nullable=False),
    sa.Column("dealer_id", sa.ForeignKey("dealers.id"), nullable=False),
    sa.Column("store_id", sa.ForeignKey("stores.id"), nullable=False),
    sa.Column("number", sa.Text, nullable=False),
    sa.Column("original_number", sa.Text, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False, server_default="0"),
    sa.Column("document_number", sa.Text, nullable=False),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("placed_at", Moment, nullable=False),
    sa.Column("currency", sa.Text, nullable=False),
    sa.Column("customer_id", sa.ForeignKey("customers.id")),
    sa.Column("parties", JSON, nullable=False),
    sa.Column("terms", JSON, nullable=False),
    sa.Column("tracking_status", sa.Text, nullable=False, server_default=""),
    sa.Column("transaction_id", sa.ForeignKey("carts.id")),
    sa.Column("superseded_by", sa.ForeignKey("orders.id")),
    sa.Column("received_at", Moment),
    sa.Column("closed_at", Moment),
    sa.Column("vendor_status", sa.Text, nullable=False, server_default="approved"),
    sa.Column("customer_status", sa.Text, nullable=False, server_default="approved"),
    sa.UniqueConstraint("dealer_id", "number"),
    sa.UniqueConstraint("dealer_id", "uuid", "revision"),
    # A document number is looked up for every tracking update; only its newest order answers.
    sa.Index("ix_orders_document", "dealer_id", "document_number", "id"),
    sa.Index("ix_orders_cart", "transaction_id", "dealer_id"),
    sa.Index("ix_orders_customer", "customer_id", "id"),
    sa.Index(
        "ix_orders_waiting",
        "dealer_id",
        "id",
        sqlite_where=sa.text("received_at IS NULL"),
        postgresql_where=sa.text("received_at IS NULL"),
    ),
    # What the order desk works on: few among many.
    sa.Index("ix_orders_dealer", "dealer_id", "id"),
    sa.Index(
        "ix_orders_open",
        "dealer_id",
        "id",
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    ),
)

order_lines = sa.Table(
    "order_lines",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("order_id", sa.ForeignKey("orders.id"), nullable=False),
    sa.Column("key", sa.Text, nullable=False, unique=True),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("item_id", sa.ForeignKey("items.id")),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("brand_code", sa.Text, nullable=False),
    sa.Column("part_code", sa.Text, nullable=False),
    sa.Column("description", sa.Text, nullable=False),
    sa.Column("unit_of_measure", sa.Text, nullable=False),
    sa.Column("price_each", Amount, nullable=False),
    sa.Column("price_list", Amount, nullable=False),
    sa.Column("tax_rate", Amount, nullable=False),
    sa.Column("core", Amount, nullable=False),
    sa.Column("shipping", Amount, nullable=False),
    sa.Column("tax", Amount),
    sa.Column("discount_percent", Amount, nullable=False),
    sa.Column("price_code", sa.Text, nullable=False),
    sa.Column("notes", sa.Text, nullable=False),
    sa.Column("vehicle_references", JSON, nullable=False),
    *(sa.Column(stage.value, sa.Integer, nullable=False, server_default="0") for stage in Stage),
    sa.Column("allocated", sa.Integer, nullable=False, server_default="0"),
    sa.Column("over_shipped", sa.Integer, nullable=False, server_default="0"),
    sa.UniqueConstraint("order_id", "number"),
    # Who holds an item, and which orders it was in; an item of a line never changes.
    sa.Index("ix_order_lines_item", "item_id"),
    # When stock arrives, the lines that wait for it are looked up; few do.
    sa.Index(
        "ix_order_lines_waiting",
        "item_id",
        sqlite_where=sa.text("backorder > 0"),
        postgresql_where=sa.text("backorder > 0"),
    ),
    sa.Index(
        "ix_order_lines_in_transit",
        "order_id",
        sqlite_where=sa.text("in_transit > 0"),
        postgresql_where=sa.text("in_transit > 0"),
    ),
    sa.Index(
        "ix_order_lines_delivered",
        "order_id",
        sqlite_where=sa.text("delivered > 0"),
        postgresql_where=sa.text("delivered > 0"),
    ),
    *(sa.CheckConstraint(f'"{stage.value}" >= 0', f"{stage.value}_not_negative") for stage in Stage),
)

carts = sa.Table(
    "carts",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("bought_by", sa.Text, nullable=False),
)

order_counters = sa.Table(
    "order_counters",
    metadata,
    sa.Column("dealer_id", sa.ForeignKey("dealers.id"), primary_key=True),
    sa.Column("last", sa.Integer, nullable=False),
)

idempotency_keys = sa.Table(
    "idempotency_keys",
    metadata,
    sa.Column("scope", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("fingerprint", sa.Text, nullable=False),
    sa.Column("answer", sa.Text, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
)
