"""Step 0002_one_counter: one counter."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import sqlite

from partscounter.database.metadata import JSON, Amount, BigId, Moment

revision = "0002_one_counter"
down_revision = "0001_opening"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "empty_searches",
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("part_type", sa.Text(), nullable=False),
        sa.Column("make", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("keywords", sa.Text(), nullable=False),
        sa.Column("searches", sa.BigInteger(), nullable=False),
        sa.Column("last_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("month", "part_type", "make", "model", "keywords", name=op.f("pk_empty_searches")),
    )
    with op.batch_alter_table("empty_searches", schema=None) as batch_op:
        batch_op.create_index("ix_empty_searches_month", ["month", "searches"], unique=False)

    op.create_table(
        "name_aliases",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("shipped", sa.Boolean(), nullable=False),
        sa.Column("in_use", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "key", name=op.f("pk_name_aliases")),
    )
    with op.batch_alter_table("name_aliases", schema=None) as batch_op:
        batch_op.create_index("ix_name_aliases_name_key", ["kind", "name_key"], unique=False)

    op.create_table(
        "qr_codes",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_qr_codes")),
    )
    op.create_table(
        "service_kits",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("make_key", sa.Text(), nullable=False),
        sa.Column("model_key", sa.Text(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("make", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_kits")),
        sa.UniqueConstraint(
            "make_key", "model_key", "hours", "name", name=op.f("uq_service_kits_make_key_model_key_hours_name")
        ),
    )
    op.create_table(
        "sign_in_failures",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("failed_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_failures")),
    )
    with op.batch_alter_table("sign_in_failures", schema=None) as batch_op:
        batch_op.create_index("sign_in_failures_by_key", ["key", "failed_at"], unique=False)

    op.create_table(
        "template_rules",
        sa.Column("id", BigId, autoincrement=False, nullable=False),
        sa.Column("rules", JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template_rules")),
    )
    op.create_table(
        "want_progress",
        sa.Column("id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("cursor", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_want_progress")),
    )
    op.create_table(
        "core_terms",
        sa.Column("dealer_id", BigId, autoincrement=False, nullable=False),
        sa.Column("days_to_return", sa.Integer(), nullable=True),
        sa.Column("partial_percent", Amount(), nullable=False),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_core_terms_dealer_id")),
        sa.PrimaryKeyConstraint("dealer_id", name=op.f("pk_core_terms")),
    )
    op.create_table(
        "dealer_templates",
        sa.Column("dealer_id", BigId, nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("template_id", BigId, nullable=False),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_dealer_templates_dealer_id")),
        sa.ForeignKeyConstraint(
            ["template_id"], ["customer_templates.id"], name=op.f("fk_dealer_templates_template_id")
        ),
        sa.PrimaryKeyConstraint("dealer_id", "type", name=op.f("pk_dealer_templates")),
    )
    op.create_table(
        "export_consumers",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("dealer_id", BigId, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("after_order", BigId, nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_export_consumers_dealer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export_consumers")),
        sa.UniqueConstraint("dealer_id", "name", name="one_consumer_of_a_name"),
    )
    op.create_table(
        "file_imports",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("credential_id", BigId, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("dry_run", sa.Boolean(), nullable=False),
        sa.Column("allow_retire", sa.SmallInteger(), nullable=True),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("repeat_key", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("counts", JSON, nullable=False),
        sa.Column("error_code", sa.Text(), server_default="", nullable=False),
        sa.Column("error", sa.Text(), server_default="", nullable=False),
        sa.Column("violations", JSON, nullable=False),
        sa.Column("taken_at", Moment(), nullable=False),
        sa.Column("taken_by", sa.Text(), nullable=False),
        sa.Column("started_at", Moment(), nullable=True),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'running', 'done', 'refused', 'failed')", name=op.f("ck_file_imports_state")
        ),
        sa.ForeignKeyConstraint(
            ["credential_id"], ["credentials.id"], name=op.f("fk_file_imports_credential_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_imports")),
        sa.UniqueConstraint("credential_id", "repeat_key", name=op.f("uq_file_imports_credential_id_repeat_key")),
    )
    op.create_table(
        "return_terms",
        sa.Column("dealer_id", BigId, autoincrement=False, nullable=False),
        sa.Column("days_to_return", sa.Integer(), nullable=True),
        sa.Column("restocking_percent", Amount(), nullable=False),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_return_terms_dealer_id")),
        sa.PrimaryKeyConstraint("dealer_id", name=op.f("pk_return_terms")),
    )
    op.create_table(
        "service_kit_parts",
        sa.Column("kit_id", BigId, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("part_number", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["kit_id"], ["service_kits.id"], name=op.f("fk_service_kit_parts_kit_id")),
        sa.PrimaryKeyConstraint("kit_id", "position", name=op.f("pk_service_kit_parts")),
    )
    op.create_table(
        "unmatched_words",
        sa.Column("credential_id", BigId, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("searches", sa.Integer(), nullable=False),
        sa.Column("last_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["credential_id"], ["credentials.id"], name=op.f("fk_unmatched_words_credential_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("credential_id", "kind", "key", name=op.f("pk_unmatched_words")),
    )
    op.create_table(
        "export_receipts",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("dealer_id", BigId, nullable=False),
        sa.Column("consumer_id", BigId, nullable=True),
        sa.Column("given_at", Moment(), nullable=False),
        sa.Column("given_to", sa.Text(), nullable=False),
        sa.Column("marked", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["consumer_id"], ["export_consumers.id"], name=op.f("fk_export_receipts_consumer_id")),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_export_receipts_dealer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export_receipts")),
    )
    with op.batch_alter_table("export_receipts", schema=None) as batch_op:
        batch_op.create_index("ix_export_receipts_dealer_id", ["dealer_id", "id"], unique=False)

    op.create_table(
        "vehicles",
        sa.Column("store_id", BigId, autoincrement=False, nullable=False),
        sa.Column("vehicle_id", sa.Text(), nullable=False),
        sa.Column("year", sa.SmallInteger(), nullable=True),
        sa.Column("make", sa.Text(), server_default="", nullable=False),
        sa.Column("model", sa.Text(), server_default="", nullable=False),
        sa.Column("vin", sa.Text(), server_default="", nullable=False),
        sa.Column("serial_number", sa.Text(), server_default="", nullable=False),
        sa.Column("category", sa.Text(), server_default="", nullable=False),
        sa.Column("description", sa.Text(), server_default="", nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name=op.f("fk_vehicles_store_id")),
        sa.PrimaryKeyConstraint("store_id", "vehicle_id", name=op.f("pk_vehicles")),
    )
    op.create_table(
        "accounts",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("customer_id", BigId, nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=True),
        sa.Column("password_number", sa.Integer(), nullable=False),
        sa.Column("code_secret", sa.Text(), nullable=True),
        sa.Column("code_step", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_accounts_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("email", name=op.f("uq_accounts_email")),
    )
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_accounts_customer_id"), ["customer_id"], unique=False)

    op.create_table(
        "approvers",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("customer_id", BigId, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("at_least", Amount(), nullable=False),
        sa.Column("at_most", Amount(), nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_approvers_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approvers")),
        sa.UniqueConstraint("customer_id", "email", name=op.f("uq_approvers_customer_id_email")),
    )
    op.create_table(
        "customer_profiles",
        sa.Column("customer_id", BigId, nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("price_code", sa.Text(), nullable=False),
        sa.Column("territories", JSON, nullable=False),
        sa.Column("places", JSON, nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_customer_profiles_customer_id")),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_customer_profiles")),
    )
    op.create_table(
        "wants",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("lead_id", BigId, nullable=True),
        sa.Column("customer_id", BigId, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("year_from", sa.Integer(), nullable=True),
        sa.Column("year_to", sa.Integer(), nullable=True),
        sa.Column("keywords", sa.Text(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=True),
        sa.Column("dealer_id", BigId, nullable=True),
        sa.Column("credential_id", BigId, nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["credential_id"], ["credentials.id"], name=op.f("fk_wants_credential_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_wants_customer_id")),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_wants_dealer_id")),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name=op.f("fk_wants_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wants")),
    )
    with op.batch_alter_table("wants", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wants_customer_id"), ["customer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wants_lead_id"), ["lead_id"], unique=False)
        batch_op.create_index("ix_wants_open", ["ended_at", "created_at"], unique=False)

    op.create_table(
        "account_dealers",
        sa.Column("account_id", BigId, nullable=False),
        sa.Column("dealer_id", BigId, nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_account_dealers_account_id")),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_account_dealers_dealer_id")),
        sa.PrimaryKeyConstraint("account_id", "dealer_id", name=op.f("pk_account_dealers")),
    )
    op.create_table(
        "core_charges",
        sa.Column("order_id", BigId, nullable=False),
        sa.Column("line_number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("dealer_id", BigId, nullable=False),
        sa.Column("customer_id", BigId, nullable=True),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("each", Amount(), nullable=False),
        sa.Column("days_to_return", sa.Integer(), nullable=True),
        sa.Column("partial_percent", Amount(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_core_charges_customer_id")),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_core_charges_dealer_id")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_core_charges_order_id")),
        sa.PrimaryKeyConstraint("order_id", "line_number", name=op.f("pk_core_charges")),
    )
    with op.batch_alter_table("core_charges", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_core_charges_customer_id"), ["customer_id"], unique=False)

    op.create_table(
        "export_marks",
        sa.Column("consumer_id", BigId, nullable=False),
        sa.Column("order_id", BigId, nullable=False),
        sa.Column("received_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["consumer_id"], ["export_consumers.id"], name=op.f("fk_export_marks_consumer_id")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_export_marks_order_id")),
        sa.PrimaryKeyConstraint("consumer_id", "order_id", name=op.f("pk_export_marks")),
    )
    op.create_table(
        "goods_returns",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("order_id", BigId, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("requested_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("requested_at", Moment(), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_goods_returns_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goods_returns")),
    )
    with op.batch_alter_table("goods_returns", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_goods_returns_order_id"), ["order_id"], unique=False)

    op.create_table(
        "order_machines",
        sa.Column("serial_key", sa.Text(), nullable=False),
        sa.Column("order_id", BigId, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_machines_order_id")),
        sa.PrimaryKeyConstraint("serial_key", "order_id", name=op.f("pk_order_machines")),
    )
    op.create_table(
        "sale_adjustments",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("order_id", BigId, nullable=False),
        sa.Column("line_number", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("amount", Amount(), nullable=False),
        sa.Column("tax", Amount(), nullable=False),
        sa.Column("is_taxable", sa.Boolean(), nullable=False),
        sa.Column("is_subtotal_adjustment", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("return_id", sa.BigInteger(), nullable=True),
        sa.Column("added_at", Moment(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("removed_at", Moment(), nullable=True),
        sa.Column("removed_by", sa.Text(), nullable=True),
        sa.Column("removed_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_sale_adjustments_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sale_adjustments")),
    )
    with op.batch_alter_table("sale_adjustments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sale_adjustments_order_id"), ["order_id"], unique=False)

    op.create_table(
        "sessions",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("account_id", BigId, nullable=False),
        sa.Column("started_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("browser", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_sessions_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sessions_token_hash")),
    )
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sessions_account_id"), ["account_id"], unique=False)

    op.create_table(
        "want_items",
        sa.Column("want_id", BigId, nullable=False),
        sa.Column("item_id", BigId, nullable=False),
        sa.Column("was_there", sa.Boolean(), nullable=False),
        sa.Column("matched_at", Moment(), nullable=False),
        sa.Column("told_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_want_items_item_id")),
        sa.ForeignKeyConstraint(["want_id"], ["wants.id"], name=op.f("fk_want_items_want_id")),
        sa.PrimaryKeyConstraint("want_id", "item_id", name=op.f("pk_want_items")),
    )
    with op.batch_alter_table("want_items", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_want_items_item_id"), ["item_id"], unique=False)

    op.create_table(
        "want_words",
        sa.Column("want_id", BigId, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("leads_here", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["want_id"], ["wants.id"], name=op.f("fk_want_words_want_id")),
        sa.PrimaryKeyConstraint("want_id", "kind", "key", name=op.f("pk_want_words")),
    )
    with op.batch_alter_table("want_words", schema=None) as batch_op:
        batch_op.create_index("ix_want_words_key", ["kind", "key"], unique=False)

    op.create_table(
        "core_entries",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.Column("line_number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("credit", Amount(), nullable=False),
        sa.Column("kept", Amount(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("entered_at", Moment(), nullable=False),
        sa.Column("entered_by", sa.Text(), nullable=False),
        sa.CheckConstraint("units > 0", name=op.f("ck_core_entries_units_positive")),
        sa.ForeignKeyConstraint(
            ["order_id", "line_number"],
            ["core_charges.order_id", "core_charges.line_number"],
            name=op.f("fk_core_entries_order_id_line_number"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_core_entries")),
    )
    with op.batch_alter_table("core_entries", schema=None) as batch_op:
        batch_op.create_index("ix_core_entries_due_on", ["due_on"], unique=False)
        batch_op.create_index("ix_core_entries_line", ["order_id", "line_number", "id"], unique=False)

    op.create_table(
        "goods_return_lines",
        sa.Column("return_id", BigId, autoincrement=False, nullable=False),
        sa.Column("line_number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("restocked", sa.Integer(), nullable=False),
        sa.Column("scrapped", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "restocked >= 0 AND scrapped >= 0 AND restocked + scrapped <= units",
            name=op.f("ck_goods_return_lines_units_add_up"),
        ),
        sa.ForeignKeyConstraint(["return_id"], ["goods_returns.id"], name=op.f("fk_goods_return_lines_return_id")),
        sa.PrimaryKeyConstraint("return_id", "line_number", name=op.f("pk_goods_return_lines")),
    )
    op.create_table(
        "order_promises",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("order_id", BigId, nullable=False),
        sa.Column("line_id", BigId, nullable=False),
        sa.Column("line_number", sa.Integer(), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("door", sa.Text(), nullable=False),
        sa.Column("day_before", sa.Date(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("told_before", sa.Date(), nullable=True),
        sa.Column("told", sa.Date(), nullable=False),
        sa.Column("telling", sa.Text(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("telling IN ('confirmation', 'mail', 'nothing')", name=op.f("ck_order_promises_telling")),
        sa.ForeignKeyConstraint(["line_id"], ["order_lines.id"], name=op.f("fk_order_promises_line_id")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_promises_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_promises")),
    )
    with op.batch_alter_table("order_promises", schema=None) as batch_op:
        batch_op.create_index(
            "ix_order_promises_first",
            ["day"],
            unique=False,
            sqlite_where=sa.text("day_before IS NULL"),
            postgresql_where=sa.text("day_before IS NULL"),
        )
        batch_op.create_index(batch_op.f("ix_order_promises_line_id"), ["line_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_order_promises_order_id"), ["order_id"], unique=False)

    op.drop_table("imports")
    with op.batch_alter_table("import_rows", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_import_rows_import_id_id"))

    op.drop_table("import_rows")
    op.drop_table("import_stores")
    with op.batch_alter_table("assets", schema=None) as batch_op:
        batch_op.add_column(sa.Column("customer_id", BigId, nullable=True))
        batch_op.create_index("ix_assets_customer", ["customer_id", "id"], unique=False)
        batch_op.create_index("ix_assets_serial_number", ["serial_number"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_assets_customer_id"), "customers", ["customer_id"], ["id"])

    with op.batch_alter_table("credentials", schema=None) as batch_op:
        batch_op.drop_column("environment")

    with op.batch_alter_table("items", schema=None) as batch_op:
        batch_op.add_column(sa.Column("alternate_numbers", sa.Text(), server_default="", nullable=False))

    with op.batch_alter_table("order_lines", schema=None) as batch_op:
        batch_op.create_index(
            "ix_order_lines_waiting",
            ["item_id"],
            unique=False,
            sqlite_where=sa.text("backorder > 0"),
            postgresql_where=sa.text("backorder > 0"),
        )

    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.add_column(sa.Column("vendor_status", sa.Text(), server_default="approved", nullable=False))
        batch_op.add_column(sa.Column("customer_status", sa.Text(), server_default="approved", nullable=False))
        batch_op.create_index("ix_orders_customer", ["customer_id", "id"], unique=False)

    with op.batch_alter_table("template_assignments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("rule", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("template_assignments", schema=None) as batch_op:
        batch_op.drop_column("rule")

    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.drop_index("ix_orders_customer")
        batch_op.drop_column("customer_status")
        batch_op.drop_column("vendor_status")

    with op.batch_alter_table("order_lines", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_order_lines_waiting", sqlite_where=sa.text("backorder > 0"), postgresql_where=sa.text("backorder > 0")
        )

    with op.batch_alter_table("items", schema=None) as batch_op:
        batch_op.drop_column("alternate_numbers")

    with op.batch_alter_table("credentials", schema=None) as batch_op:
        batch_op.add_column(sa.Column("environment", sa.TEXT(), server_default=sa.text("'production'"), nullable=False))

    with op.batch_alter_table("assets", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_assets_customer_id"), type_="foreignkey")
        batch_op.drop_index("ix_assets_serial_number")
        batch_op.drop_index("ix_assets_customer")
        batch_op.drop_column("customer_id")

    op.create_table(
        "import_stores",
        sa.Column("import_id", sa.BIGINT(), nullable=False),
        sa.Column("place", sa.INTEGER(), nullable=False),
        sa.Column("dealer_id", sa.BIGINT(), nullable=False),
        sa.Column("store_id", sa.BIGINT(), nullable=False),
        sa.PrimaryKeyConstraint("import_id", "place", name=op.f("pk_import_stores")),
    )
    op.create_table(
        "import_rows",
        sa.Column("id", sa.INTEGER(), nullable=False),
        sa.Column("import_id", sa.BIGINT(), nullable=False),
        sa.Column("place", sa.INTEGER(), nullable=False),
        sa.Column("inventory_id", sa.TEXT(), nullable=False),
        sa.Column("line", sa.SMALLINT(), nullable=False),
        sa.Column("tag_number", sa.TEXT(), nullable=False),
        sa.Column("brand_code", sa.TEXT(), nullable=False),
        sa.Column("part_code", sa.TEXT(), nullable=False),
        sa.Column("part_key", sa.TEXT(), nullable=False),
        sa.Column("code_key", sa.TEXT(), nullable=False),
        sa.Column("part_name", sa.TEXT(), nullable=False),
        sa.Column("vendor_part_name", sa.TEXT(), nullable=False),
        sa.Column("vehicle_make", sa.TEXT(), nullable=False),
        sa.Column("vehicle_model", sa.TEXT(), nullable=False),
        sa.Column("part_manufacturer", sa.TEXT(), nullable=False),
        sa.Column("part_model", sa.TEXT(), nullable=False),
        sa.Column("part_type_id", sa.INTEGER(), nullable=True),
        sa.Column("vehicle_make_id", sa.INTEGER(), nullable=True),
        sa.Column("vehicle_model_id", sa.INTEGER(), nullable=True),
        sa.Column("part_manufacturer_id", sa.INTEGER(), nullable=True),
        sa.Column("part_model_id", sa.INTEGER(), nullable=True),
        sa.Column("category_id", sa.INTEGER(), nullable=True),
        sa.Column("year", sa.SMALLINT(), nullable=True),
        sa.Column("category", sa.TEXT(), nullable=False),
        sa.Column("condition", sa.TEXT(), nullable=False),
        sa.Column("side", sa.TEXT(), nullable=False),
        sa.Column("text", sa.TEXT(), nullable=False),
        sa.Column("html", sa.TEXT(), nullable=False),
        sa.Column("oem_number", sa.TEXT(), nullable=False),
        sa.Column("serial_number", sa.TEXT(), nullable=False),
        sa.Column("vin", sa.TEXT(), nullable=False),
        sa.Column("vehicle_id", sa.TEXT(), nullable=False),
        sa.Column("images", sqlite.JSON(), nullable=False),
        sa.Column("questions", sqlite.JSON(), nullable=False),
        sa.Column("price", sa.BIGINT(), nullable=True),
        sa.Column("core_price", sa.BIGINT(), nullable=True),
        sa.Column("list_price", sa.BIGINT(), nullable=True),
        sa.Column("terms", sqlite.JSON(), nullable=False),
        sa.Column("listed", sa.BOOLEAN(), nullable=False),
        sa.Column("on_hand", sa.INTEGER(), nullable=False),
        sa.Column("fed_hash", sa.TEXT(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_rows")),
    )
    with op.batch_alter_table("import_rows", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_import_rows_import_id_id"), ["import_id", "id"], unique=False)

    op.create_table(
        "imports",
        sa.Column("id", sa.BIGINT(), nullable=False),
        sa.Column("touched_at", sa.DATETIME(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )
    with op.batch_alter_table("order_promises", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_order_promises_order_id"))
        batch_op.drop_index(batch_op.f("ix_order_promises_line_id"))
        batch_op.drop_index(
            "ix_order_promises_first",
            sqlite_where=sa.text("day_before IS NULL"),
            postgresql_where=sa.text("day_before IS NULL"),
        )

    op.drop_table("order_promises")
    op.drop_table("goods_return_lines")
    with op.batch_alter_table("core_entries", schema=None) as batch_op:
        batch_op.drop_index("ix_core_entries_line")
        batch_op.drop_index("ix_core_entries_due_on")

    op.drop_table("core_entries")
    with op.batch_alter_table("want_words", schema=None) as batch_op:
        batch_op.drop_index("ix_want_words_key")

    op.drop_table("want_words")
    with op.batch_alter_table("want_items", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_want_items_item_id"))

    op.drop_table("want_items")
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sessions_account_id"))

    op.drop_table("sessions")
    with op.batch_alter_table("sale_adjustments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sale_adjustments_order_id"))

    op.drop_table("sale_adjustments")
    op.drop_table("order_machines")
    with op.batch_alter_table("goods_returns", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_goods_returns_order_id"))

    op.drop_table("goods_returns")
    op.drop_table("export_marks")
    with op.batch_alter_table("core_charges", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_core_charges_customer_id"))

    op.drop_table("core_charges")
    op.drop_table("account_dealers")
    with op.batch_alter_table("wants", schema=None) as batch_op:
        batch_op.drop_index("ix_wants_open")
        batch_op.drop_index(batch_op.f("ix_wants_lead_id"))
        batch_op.drop_index(batch_op.f("ix_wants_customer_id"))

    op.drop_table("wants")
    op.drop_table("customer_profiles")
    op.drop_table("approvers")
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_accounts_customer_id"))

    op.drop_table("accounts")
    op.drop_table("vehicles")
    with op.batch_alter_table("export_receipts", schema=None) as batch_op:
        batch_op.drop_index("ix_export_receipts_dealer_id")

    op.drop_table("export_receipts")
    op.drop_table("unmatched_words")
    op.drop_table("service_kit_parts")
    op.drop_table("return_terms")
    op.drop_table("file_imports")
    op.drop_table("export_consumers")
    op.drop_table("dealer_templates")
    op.drop_table("core_terms")
    op.drop_table("want_progress")
    op.drop_table("template_rules")
    with op.batch_alter_table("sign_in_failures", schema=None) as batch_op:
        batch_op.drop_index("sign_in_failures_by_key")

    op.drop_table("sign_in_failures")
    op.drop_table("service_kits")
    op.drop_table("qr_codes")
    with op.batch_alter_table("name_aliases", schema=None) as batch_op:
        batch_op.drop_index("ix_name_aliases_name_key")

    op.drop_table("name_aliases")
    with op.batch_alter_table("empty_searches", schema=None) as batch_op:
        batch_op.drop_index("ix_empty_searches_month")

    op.drop_table("empty_searches")
