"""Step 0001_opening: opening."""

import sqlalchemy as sa
from alembic import op

from partscounter.database.metadata import JSON, Amount, BigId, Moment

revision = "0001_opening"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "assets",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("qr_code", sa.Text(), nullable=False),
        sa.Column("serial_number", sa.Text(), nullable=False),
        sa.Column("make", sa.Text(), server_default="CAT", nullable=False),
        sa.Column("model", sa.Text(), server_default="", nullable=False),
        sa.Column("product_family", sa.Text(), server_default="", nullable=False),
        sa.Column("build_year", sa.Integer(), nullable=True),
        sa.Column("smcs_code", sa.Text(), server_default="", nullable=False),
        sa.Column("cat_record_id", sa.Text(), server_default="", nullable=False),
        sa.Column("originator", sa.Text(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("metadata_status", sa.Text(), server_default="PENDING", nullable=False),
        sa.Column("principal_work", JSON, nullable=True),
        sa.Column("market_segment", JSON, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assets")),
        sa.UniqueConstraint("make", "serial_number", name=op.f("uq_assets_make_serial_number")),
        sa.UniqueConstraint("qr_code", name=op.f("uq_assets_qr_code")),
    )
    op.create_table(
        "carts",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("bought_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carts")),
    )
    op.create_table(
        "credentials",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("product", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("secret_hash", sa.Text(), nullable=False),
        sa.Column("previous_secret_hash", sa.Text(), nullable=True),
        sa.Column("previous_secret_until", Moment(), nullable=True),
        sa.Column("token_generation", sa.Integer(), server_default="0", nullable=False),
        sa.Column("enabled", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("all_dealers", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("scopes", JSON, nullable=False),
        sa.Column("is_admin", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("options", JSON, nullable=False),
        sa.Column("environment", sa.Text(), server_default="production", nullable=False),
        sa.Column("requests_per_minute", sa.Integer(), nullable=True),
        sa.Column("last_used_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_credentials")),
        sa.UniqueConstraint("product", "name", name=op.f("uq_credentials_product_name")),
    )
    op.create_table(
        "customer_templates",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rules", JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_templates")),
        sa.UniqueConstraint("type", "name", name=op.f("uq_customer_templates_type_name")),
    )
    op.create_table(
        "dealers",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("dealer_code", sa.Text(), nullable=True),
        sa.Column("vendor_id", sa.Text(), nullable=True),
        sa.Column("org", sa.Text(), nullable=True),
        sa.Column("enterprise_id", sa.Text(), nullable=True),
        sa.Column("customers_manage_notifications", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dealers")),
        sa.UniqueConstraint("dealer_code", name=op.f("uq_dealers_dealer_code")),
        sa.UniqueConstraint("enterprise_id", name=op.f("uq_dealers_enterprise_id")),
        sa.UniqueConstraint("org", name=op.f("uq_dealers_org")),
        sa.UniqueConstraint("vendor_id", name=op.f("uq_dealers_vendor_id")),
    )
    op.create_table(
        "events",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("occurred_at", Moment(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("data", JSON, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("door", sa.Text(), nullable=False),
        sa.Column("request_id", sa.Text(), server_default="", nullable=False),
        sa.Column("payload", sa.Text(), server_default="", nullable=False),
        sa.Column("written_by", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.create_index("ix_events_subject_id", ["subject", "id"], unique=False)
        batch_op.create_index("ix_events_written_by_id", ["written_by", "id"], unique=False)

    op.create_table(
        "idempotency_keys",
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("scope", "key", name=op.f("pk_idempotency_keys")),
    )
    op.create_table(
        "import_rows",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("import_id", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("inventory_id", sa.Text(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=False),
        sa.Column("tag_number", sa.Text(), nullable=False),
        sa.Column("brand_code", sa.Text(), nullable=False),
        sa.Column("part_code", sa.Text(), nullable=False),
        sa.Column("part_key", sa.Text(), nullable=False),
        sa.Column("code_key", sa.Text(), nullable=False),
        sa.Column("part_name", sa.Text(), nullable=False),
        sa.Column("vendor_part_name", sa.Text(), nullable=False),
        sa.Column("vehicle_make", sa.Text(), nullable=False),
        sa.Column("vehicle_model", sa.Text(), nullable=False),
        sa.Column("part_manufacturer", sa.Text(), nullable=False),
        sa.Column("part_model", sa.Text(), nullable=False),
        sa.Column("part_type_id", BigId, nullable=True),
        sa.Column("vehicle_make_id", BigId, nullable=True),
        sa.Column("vehicle_model_id", BigId, nullable=True),
        sa.Column("part_manufacturer_id", BigId, nullable=True),
        sa.Column("part_model_id", BigId, nullable=True),
        sa.Column("category_id", BigId, nullable=True),
        sa.Column("year", sa.SmallInteger(), nullable=True),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("condition", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("oem_number", sa.Text(), nullable=False),
        sa.Column("serial_number", sa.Text(), nullable=False),
        sa.Column("vin", sa.Text(), nullable=False),
        sa.Column("vehicle_id", sa.Text(), nullable=False),
        sa.Column("images", JSON, nullable=False),
        sa.Column("questions", JSON, nullable=False),
        sa.Column("price", Amount(), nullable=True),
        sa.Column("core_price", Amount(), nullable=True),
        sa.Column("list_price", Amount(), nullable=True),
        sa.Column("terms", JSON, nullable=False),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("on_hand", sa.Integer(), nullable=False),
        sa.Column("fed_hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_rows")),
    )
    with op.batch_alter_table("import_rows", schema=None) as batch_op:
        batch_op.create_index("ix_import_rows_import_id_id", ["import_id", "id"], unique=False)

    op.create_table(
        "import_stores",
        sa.Column("import_id", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("dealer_id", sa.BigInteger(), nullable=False),
        sa.Column("store_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("import_id", "place", name=op.f("pk_import_stores")),
    )
    op.create_table(
        "imports",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("touched_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )
    op.create_table(
        "names",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_names")),
        sa.UniqueConstraint("kind", "key", name=op.f("uq_names_kind_key")),
    )
    op.create_table(
        "signing_keys",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("retired_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_keys")),
    )
    op.create_table(
        "brands",
        sa.Column("dealer_id", BigId, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_brands_dealer_id")),
        sa.PrimaryKeyConstraint("dealer_id", "code", name=op.f("pk_brands")),
    )
    op.create_table(
        "companies",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("dealer_id", BigId, nullable=True),
        sa.Column("company_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_companies_dealer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_companies")),
        sa.UniqueConstraint("company_id", name=op.f("uq_companies_company_id")),
    )
    op.create_table(
        "credential_dealers",
        sa.Column("credential_id", BigId, nullable=False),
        sa.Column("dealer_id", BigId, nullable=False),
        sa.ForeignKeyConstraint(
            ["credential_id"], ["credentials.id"], name=op.f("fk_credential_dealers_credential_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_credential_dealers_dealer_id")),
        sa.PrimaryKeyConstraint("credential_id", "dealer_id", name=op.f("pk_credential_dealers")),
    )
    with op.batch_alter_table("credential_dealers", schema=None) as batch_op:
        batch_op.create_index("ix_credential_dealers_dealer_id", ["dealer_id"], unique=False)

    op.create_table(
        "jobs",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("payload", JSON, nullable=False),
        sa.Column("event_id", BigId, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("run_at", Moment(), nullable=False),
        sa.Column("due_since", Moment(), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("leased_until", Moment(), nullable=True),
        sa.Column("worker", sa.Text(), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("finished_at", Moment(), nullable=True),
        sa.CheckConstraint("state IN ('ready', 'running', 'done', 'parked')", name=op.f("ck_jobs_state")),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_jobs_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
        sa.UniqueConstraint("key", name=op.f("uq_jobs_key")),
    )
    with op.batch_alter_table("jobs", schema=None) as batch_op:
        batch_op.create_index("ix_jobs_state_run_at", ["state", "run_at"], unique=False)

    op.create_table(
        "mapped_values",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("credential_id", BigId, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("parent_id", BigId, nullable=True),
        sa.ForeignKeyConstraint(
            ["credential_id"], ["credentials.id"], name=op.f("fk_mapped_values_credential_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["mapped_values.id"], name=op.f("fk_mapped_values_parent_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mapped_values")),
        sa.UniqueConstraint("credential_id", "kind", "key", name=op.f("uq_mapped_values_credential_id_kind_key")),
    )
    with op.batch_alter_table("mapped_values", schema=None) as batch_op:
        batch_op.create_index("ix_mapped_values_number", ["credential_id", "kind", "number"], unique=False)
        batch_op.create_index("ix_mapped_values_parent_id", ["parent_id"], unique=False)

    op.create_table(
        "order_counters",
        sa.Column("dealer_id", BigId, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_order_counters_dealer_id")),
        sa.PrimaryKeyConstraint("dealer_id", name=op.f("pk_order_counters")),
    )
    op.create_table(
        "push_targets",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("dealer_id", BigId, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("previous_secret", sa.Text(), nullable=True),
        sa.Column("previous_secret_until", Moment(), nullable=True),
        sa.Column("enabled", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("off_reason", sa.Text(), server_default="", nullable=False),
        sa.Column("marks_received", sa.Boolean(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_push_targets_dealer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_push_targets")),
        sa.UniqueConstraint("dealer_id", name=op.f("uq_push_targets_dealer_id")),
    )
    op.create_table(
        "stores",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("dealer_id", BigId, nullable=False),
        sa.Column("vendor_store", sa.Text(), nullable=False),
        sa.Column("store_id", sa.Text(), nullable=True),
        sa.Column("address", JSON, nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("currency", sa.Text(), server_default="USD", nullable=False),
        sa.Column("tax_rate", Amount(), server_default="0", nullable=False),
        sa.Column("takes_orders_asynchronously", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("requires_order_reference", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("retention_days", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_stores_dealer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stores")),
        sa.UniqueConstraint("dealer_id", "store_id", name=op.f("uq_stores_dealer_id_store_id")),
        sa.UniqueConstraint("dealer_id", "vendor_store", name=op.f("uq_stores_dealer_id_vendor_store")),
    )
    op.create_table(
        "template_assignments",
        sa.Column("credential_id", BigId, nullable=False),
        sa.Column("userid", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("template_id", BigId, nullable=False),
        sa.Column("assigned_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["credential_id"], ["credentials.id"], name=op.f("fk_template_assignments_credential_id")
        ),
        sa.ForeignKeyConstraint(
            ["template_id"], ["customer_templates.id"], name=op.f("fk_template_assignments_template_id")
        ),
        sa.PrimaryKeyConstraint("credential_id", "userid", "type", name=op.f("pk_template_assignments")),
    )
    op.create_table(
        "customers",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("dealer_id", BigId, nullable=True),
        sa.Column("company_id", BigId, nullable=True),
        sa.Column("customer_id", sa.Text(), nullable=True),
        sa.Column("userid", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), server_default="", nullable=False),
        sa.Column("family_name", sa.Text(), server_default="", nullable=False),
        sa.Column("given_name", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.Text(), server_default="en", nullable=False),
        sa.Column("invoice_address", JSON, nullable=False),
        sa.Column("muted", JSON, nullable=False),
        sa.ForeignKeyConstraint(["company_id"], ["companies.id"], name=op.f("fk_customers_company_id")),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_customers_dealer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customers")),
        sa.UniqueConstraint("customer_id", name=op.f("uq_customers_customer_id")),
        sa.UniqueConstraint("dealer_id", "code", name=op.f("uq_customers_dealer_id_code")),
        sa.UniqueConstraint("userid", name=op.f("uq_customers_userid")),
    )
    with op.batch_alter_table("customers", schema=None) as batch_op:
        batch_op.create_index("ix_customers_email", ["email"], unique=False)

    op.create_table(
        "items",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("dealer_id", BigId, nullable=False),
        sa.Column("store_id", BigId, nullable=False),
        sa.Column("inventory_id", sa.Text(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=False),
        sa.Column("tag_number", sa.Text(), server_default="", nullable=False),
        sa.Column("brand_code", sa.Text(), server_default="", nullable=False),
        sa.Column("part_code", sa.Text(), server_default="", nullable=False),
        sa.Column("part_key", sa.Text(), server_default="", nullable=False),
        sa.Column("code_key", sa.Text(), server_default="", nullable=False),
        sa.Column("part_name", sa.Text(), server_default="", nullable=False),
        sa.Column("vendor_part_name", sa.Text(), server_default="", nullable=False),
        sa.Column("vehicle_make", sa.Text(), server_default="", nullable=False),
        sa.Column("vehicle_model", sa.Text(), server_default="", nullable=False),
        sa.Column("part_manufacturer", sa.Text(), server_default="", nullable=False),
        sa.Column("part_model", sa.Text(), server_default="", nullable=False),
        sa.Column("part_type_id", BigId, nullable=True),
        sa.Column("vehicle_make_id", BigId, nullable=True),
        sa.Column("vehicle_model_id", BigId, nullable=True),
        sa.Column("part_manufacturer_id", BigId, nullable=True),
        sa.Column("part_model_id", BigId, nullable=True),
        sa.Column("category_id", BigId, nullable=True),
        sa.Column("year", sa.SmallInteger(), nullable=True),
        sa.Column("category", sa.Text(), server_default="", nullable=False),
        sa.Column("condition", sa.Text(), server_default="", nullable=False),
        sa.Column("side", sa.Text(), server_default="", nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("html", sa.Text(), server_default="", nullable=False),
        sa.Column("oem_number", sa.Text(), server_default="", nullable=False),
        sa.Column("serial_number", sa.Text(), server_default="", nullable=False),
        sa.Column("vin", sa.Text(), server_default="", nullable=False),
        sa.Column("vehicle_id", sa.Text(), server_default="", nullable=False),
        sa.Column("images", JSON, nullable=False),
        sa.Column("questions", JSON, nullable=False),
        sa.Column("price", Amount(), nullable=True),
        sa.Column("core_price", Amount(), nullable=True),
        sa.Column("list_price", Amount(), nullable=True),
        sa.Column("terms", JSON, nullable=False),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("on_hand", sa.Integer(), nullable=False),
        sa.Column("reserved", sa.Integer(), server_default="0", nullable=False),
        sa.Column("added_at", Moment(), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.Column("fed_hash", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("on_hand >= 0", name=op.f("ck_items_on_hand_not_negative")),
        sa.CheckConstraint("reserved >= 0", name=op.f("ck_items_reserved_not_negative")),
        sa.ForeignKeyConstraint(["category_id"], ["names.id"], name=op.f("fk_items_category_id")),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_items_dealer_id")),
        sa.ForeignKeyConstraint(["part_manufacturer_id"], ["names.id"], name=op.f("fk_items_part_manufacturer_id")),
        sa.ForeignKeyConstraint(["part_model_id"], ["names.id"], name=op.f("fk_items_part_model_id")),
        sa.ForeignKeyConstraint(["part_type_id"], ["names.id"], name=op.f("fk_items_part_type_id")),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name=op.f("fk_items_store_id")),
        sa.ForeignKeyConstraint(["vehicle_make_id"], ["names.id"], name=op.f("fk_items_vehicle_make_id")),
        sa.ForeignKeyConstraint(["vehicle_model_id"], ["names.id"], name=op.f("fk_items_vehicle_model_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_items")),
        sa.UniqueConstraint("store_id", "inventory_id", name=op.f("uq_items_store_id_inventory_id")),
    )
    with op.batch_alter_table("items", schema=None) as batch_op:
        batch_op.create_index("ix_items_code_key", ["store_id", "code_key"], unique=False)
        batch_op.create_index("ix_items_part_key", ["store_id", "part_key"], unique=False)
        batch_op.create_index("ix_items_tag_number", ["store_id", "tag_number"], unique=False)
        batch_op.create_index("ix_items_vehicle", ["store_id", "vehicle_id"], unique=False)

    op.create_table(
        "leads",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("dealer_id", BigId, nullable=True),
        sa.Column("store_id", BigId, nullable=True),
        sa.Column("userid", sa.Text(), nullable=False),
        sa.Column("contact", JSON, nullable=False),
        sa.Column("preferred_method", sa.Text(), nullable=False),
        sa.Column("facts", JSON, nullable=False),
        sa.Column("logged_at", Moment(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("logged_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_leads_dealer_id")),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name=op.f("fk_leads_store_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leads")),
    )
    with op.batch_alter_table("leads", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_leads_dealer_id"), ["dealer_id"], unique=False)
        batch_op.create_index("ix_leads_month", ["month"], unique=False)

    op.create_table(
        "mapped_natives",
        sa.Column("value_id", BigId, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["value_id"], ["mapped_values.id"], name=op.f("fk_mapped_natives_value_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("value_id", "key", name=op.f("pk_mapped_natives")),
    )
    op.create_table(
        "orders",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("dealer_id", BigId, nullable=False),
        sa.Column("store_id", BigId, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("original_number", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.Column("document_number", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("placed_at", Moment(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("customer_id", BigId, nullable=True),
        sa.Column("parties", JSON, nullable=False),
        sa.Column("terms", JSON, nullable=False),
        sa.Column("tracking_status", sa.Text(), server_default="", nullable=False),
        sa.Column("transaction_id", BigId, nullable=True),
        sa.Column("superseded_by", BigId, nullable=True),
        sa.Column("received_at", Moment(), nullable=True),
        sa.Column("closed_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_orders_customer_id")),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_orders_dealer_id")),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name=op.f("fk_orders_store_id")),
        sa.ForeignKeyConstraint(["superseded_by"], ["orders.id"], name=op.f("fk_orders_superseded_by")),
        sa.ForeignKeyConstraint(["transaction_id"], ["carts.id"], name=op.f("fk_orders_transaction_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_orders")),
        sa.UniqueConstraint("dealer_id", "number", name=op.f("uq_orders_dealer_id_number")),
        sa.UniqueConstraint("dealer_id", "uuid", "revision", name=op.f("uq_orders_dealer_id_uuid_revision")),
    )
    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.create_index("ix_orders_cart", ["transaction_id", "dealer_id"], unique=False)
        batch_op.create_index("ix_orders_document", ["dealer_id", "document_number", "id"], unique=False)
        batch_op.create_index(
            "ix_orders_waiting",
            ["dealer_id", "id"],
            unique=False,
            sqlite_where=sa.text("received_at IS NULL"),
            postgresql_where=sa.text("received_at IS NULL"),
        )

    op.create_table(
        "mails",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("event_id", BigId, nullable=False),
        sa.Column("order_id", BigId, nullable=True),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("unsubscribe_url", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("bounce", sa.Text(), server_default="", nullable=False),
        sa.Column("queued_at", Moment(), nullable=False),
        sa.Column("sent_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_mails_event_id")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_mails_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mails")),
        sa.UniqueConstraint("event_id", name=op.f("uq_mails_event_id")),
    )
    with op.batch_alter_table("mails", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mails_order_id"), ["order_id"], unique=False)

    op.create_table(
        "order_lines",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("order_id", BigId, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("item_id", BigId, nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("brand_code", sa.Text(), nullable=False),
        sa.Column("part_code", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("unit_of_measure", sa.Text(), nullable=False),
        sa.Column("price_each", Amount(), nullable=False),
        sa.Column("price_list", Amount(), nullable=False),
        sa.Column("tax_rate", Amount(), nullable=False),
        sa.Column("core", Amount(), nullable=False),
        sa.Column("shipping", Amount(), nullable=False),
        sa.Column("tax", Amount(), nullable=True),
        sa.Column("discount_percent", Amount(), nullable=False),
        sa.Column("price_code", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("vehicle_references", JSON, nullable=False),
        sa.Column("open", sa.Integer(), server_default="0", nullable=False),
        sa.Column("backorder", sa.Integer(), server_default="0", nullable=False),
        sa.Column("reserved", sa.Integer(), server_default="0", nullable=False),
        sa.Column("issued", sa.Integer(), server_default="0", nullable=False),
        sa.Column("packed", sa.Integer(), server_default="0", nullable=False),
        sa.Column("in_transit", sa.Integer(), server_default="0", nullable=False),
        sa.Column("delivered", sa.Integer(), server_default="0", nullable=False),
        sa.Column("invoiced", sa.Integer(), server_default="0", nullable=False),
        sa.Column("cancelled", sa.Integer(), server_default="0", nullable=False),
        sa.Column("allocated", sa.Integer(), server_default="0", nullable=False),
        sa.Column("over_shipped", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint('"backorder" >= 0', name=op.f("ck_order_lines_backorder_not_negative")),
        sa.CheckConstraint('"cancelled" >= 0', name=op.f("ck_order_lines_cancelled_not_negative")),
        sa.CheckConstraint('"delivered" >= 0', name=op.f("ck_order_lines_delivered_not_negative")),
        sa.CheckConstraint('"in_transit" >= 0', name=op.f("ck_order_lines_in_transit_not_negative")),
        sa.CheckConstraint('"invoiced" >= 0', name=op.f("ck_order_lines_invoiced_not_negative")),
        sa.CheckConstraint('"issued" >= 0', name=op.f("ck_order_lines_issued_not_negative")),
        sa.CheckConstraint('"open" >= 0', name=op.f("ck_order_lines_open_not_negative")),
        sa.CheckConstraint('"packed" >= 0', name=op.f("ck_order_lines_packed_not_negative")),
        sa.CheckConstraint('"reserved" >= 0', name=op.f("ck_order_lines_reserved_not_negative")),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_order_lines_item_id")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_lines_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_lines")),
        sa.UniqueConstraint("key", name=op.f("uq_order_lines_key")),
        sa.UniqueConstraint("order_id", "number", name=op.f("uq_order_lines_order_id_number")),
    )
    op.create_table(
        "push_deliveries",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("target_id", BigId, nullable=False),
        sa.Column("order_id", BigId, nullable=False),
        sa.Column("event_id", BigId, nullable=False),
        sa.Column("job_id", BigId, nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("tried_at", Moment(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("duration_ms", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_push_deliveries_event_id")),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name=op.f("fk_push_deliveries_job_id")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_push_deliveries_order_id")),
        sa.ForeignKeyConstraint(["target_id"], ["push_targets.id"], name=op.f("fk_push_deliveries_target_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_push_deliveries")),
    )
    with op.batch_alter_table("push_deliveries", schema=None) as batch_op:
        batch_op.create_index("ix_push_deliveries_job_id", ["job_id"], unique=False)
        batch_op.create_index("ix_push_deliveries_target_id", ["target_id", "id"], unique=False)

    op.create_table(
        "tracking_updates",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("order_id", BigId, nullable=False),
        sa.Column("taken_at", Moment(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("fulfilment_status", sa.Text(), nullable=False),
        sa.Column("parts", JSON, nullable=False),
        sa.Column("carrier", sa.Text(), nullable=False),
        sa.Column("shipped_on", sa.Date(), nullable=True),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("tracking_id", sa.Text(), nullable=False),
        sa.Column("tracking_url", sa.Text(), nullable=False),
        sa.Column("custom_fields", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("warnings", JSON, nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_tracking_updates_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tracking_updates")),
    )
    with op.batch_alter_table("tracking_updates", schema=None) as batch_op:
        batch_op.create_index("ix_tracking_updates_fingerprint", ["order_id", "fingerprint", "taken_at"], unique=False)
        batch_op.create_index("ix_tracking_updates_order", ["order_id", "id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("tracking_updates", schema=None) as batch_op:
        batch_op.drop_index("ix_tracking_updates_order")
        batch_op.drop_index("ix_tracking_updates_fingerprint")

    op.drop_table("tracking_updates")
    with op.batch_alter_table("push_deliveries", schema=None) as batch_op:
        batch_op.drop_index("ix_push_deliveries_target_id")
        batch_op.drop_index("ix_push_deliveries_job_id")

    op.drop_table("push_deliveries")
    op.drop_table("order_lines")
    with op.batch_alter_table("mails", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mails_order_id"))

    op.drop_table("mails")
    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_orders_waiting",
            sqlite_where=sa.text("received_at IS NULL"),
            postgresql_where=sa.text("received_at IS NULL"),
        )
        batch_op.drop_index("ix_orders_document")
        batch_op.drop_index("ix_orders_cart")

    op.drop_table("orders")
    op.drop_table("mapped_natives")
    with op.batch_alter_table("leads", schema=None) as batch_op:
        batch_op.drop_index("ix_leads_month")
        batch_op.drop_index(batch_op.f("ix_leads_dealer_id"))

    op.drop_table("leads")
    with op.batch_alter_table("items", schema=None) as batch_op:
        batch_op.drop_index("ix_items_vehicle")
        batch_op.drop_index("ix_items_tag_number")
        batch_op.drop_index("ix_items_part_key")
        batch_op.drop_index("ix_items_code_key")

    op.drop_table("items")
    with op.batch_alter_table("customers", schema=None) as batch_op:
        batch_op.drop_index("ix_customers_email")

    op.drop_table("customers")
    op.drop_table("template_assignments")
    op.drop_table("stores")
    op.drop_table("push_targets")
    op.drop_table("order_counters")
    with op.batch_alter_table("mapped_values", schema=None) as batch_op:
        batch_op.drop_index("ix_mapped_values_parent_id")
        batch_op.drop_index("ix_mapped_values_number")

    op.drop_table("mapped_values")
    with op.batch_alter_table("jobs", schema=None) as batch_op:
        batch_op.drop_index("ix_jobs_state_run_at")

    op.drop_table("jobs")
    with op.batch_alter_table("credential_dealers", schema=None) as batch_op:
        batch_op.drop_index("ix_credential_dealers_dealer_id")

    op.drop_table("credential_dealers")
    op.drop_table("companies")
    op.drop_table("brands")
    op.drop_table("signing_keys")
    op.drop_table("names")
    op.drop_table("imports")
    op.drop_table("import_stores")
    with op.batch_alter_table("import_rows", schema=None) as batch_op:
        batch_op.drop_index("ix_import_rows_import_id_id")

    op.drop_table("import_rows")
    op.drop_table("idempotency_keys")
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.drop_index("ix_events_written_by_id")
        batch_op.drop_index("ix_events_subject_id")

    op.drop_table("events")
    op.drop_table("dealers")
    op.drop_table("customer_templates")
    op.drop_table("credentials")
    op.drop_table("carts")
    op.drop_table("assets")
