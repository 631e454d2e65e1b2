"""Step 0003_counter_on_the_web: counter on the web."""

import sqlalchemy as sa
from alembic import op

from partscounter.database.metadata import Amount, BigId, Moment

revision = "0003_counter_on_the_web"
down_revision = "0002_one_counter"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kept_carts",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_carts")),
        sa.UniqueConstraint("owner", name=op.f("uq_kept_carts_owner")),
    )
    with op.batch_alter_table("kept_carts", schema=None) as batch_op:
        batch_op.create_index("ix_kept_carts_changed_at", ["changed_at"], unique=False)

    op.create_table(
        "logged_requests",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("credential_id", BigId, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("milliseconds", sa.Float(), nullable=False),
        sa.Column("request_id", sa.Text(), nullable=False),
        sa.Column("client_address", sa.Text(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("sent_type", sa.Text(), nullable=False),
        sa.Column("sent_text", sa.Text(), nullable=False),
        sa.Column("sent_size", sa.BigInteger(), nullable=False),
        sa.Column("answered_type", sa.Text(), nullable=False),
        sa.Column("answered_text", sa.Text(), nullable=False),
        sa.Column("answered_size", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["credential_id"], ["credentials.id"], name=op.f("fk_logged_requests_credential_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logged_requests")),
    )
    with op.batch_alter_table("logged_requests", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_logged_requests_at"), ["at"], unique=False)
        batch_op.create_index("ix_logged_requests_credential_id", ["credential_id", "id"], unique=False)

    op.create_table(
        "kept_cart_lines",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("cart_id", BigId, nullable=False),
        sa.Column("item_id", BigId, nullable=False),
        sa.Column("serial_number", sa.Text(), nullable=False),
        sa.Column("machine_code", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cart_id"], ["kept_carts.id"], name=op.f("fk_kept_cart_lines_cart_id")),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_kept_cart_lines_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_cart_lines")),
        sa.UniqueConstraint(
            "cart_id", "item_id", "serial_number", name=op.f("uq_kept_cart_lines_cart_id_item_id_serial_number")
        ),
    )
    op.create_table(
        "account_orders",
        sa.Column("account_id", BigId, autoincrement=False, nullable=False),
        sa.Column("dealer_id", BigId, autoincrement=False, nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_account_orders_account_id")),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_account_orders_dealer_id")),
        sa.PrimaryKeyConstraint("account_id", "dealer_id", "uuid", name=op.f("pk_account_orders")),
    )
    op.create_table(
        "order_reviews",
        sa.Column("order_id", BigId, autoincrement=False, nullable=False),
        sa.Column("replaces", BigId, nullable=False),
        sa.Column("verdict", sa.Text(), server_default="", nullable=False),
        sa.Column("reviewed_at", Moment(), nullable=True),
        sa.Column("reviewed_by", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_reviews_order_id")),
        sa.ForeignKeyConstraint(["replaces"], ["orders.id"], name=op.f("fk_order_reviews_replaces")),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_order_reviews")),
    )
    with op.batch_alter_table("order_reviews", schema=None) as batch_op:
        batch_op.create_index(
            "ix_order_reviews_open",
            ["order_id"],
            unique=False,
            sqlite_where=sa.text("reviewed_at IS NULL"),
            postgresql_where=sa.text("reviewed_at IS NULL"),
        )
        batch_op.create_index(batch_op.f("ix_order_reviews_replaces"), ["replaces"], unique=False)

    op.create_table(
        "quotes",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("dealer_id", BigId, nullable=False),
        sa.Column("store_id", BigId, nullable=False),
        sa.Column("customer_id", BigId, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("tax_rate", Amount(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("order_id", BigId, nullable=True),
        sa.Column("decision_note", sa.Text(), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_quotes_customer_id")),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_quotes_dealer_id")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_quotes_order_id")),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name=op.f("fk_quotes_store_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quotes")),
    )
    with op.batch_alter_table("quotes", schema=None) as batch_op:
        batch_op.create_index("ix_quotes_dealer", ["dealer_id", "id"], unique=False)

    op.create_table(
        "saved_lists",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("account_id", BigId, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("used_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_saved_lists_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_lists")),
        sa.UniqueConstraint("account_id", "name_key", name=op.f("uq_saved_lists_account_id_name_key")),
    )
    op.create_table(
        "import_changes",
        sa.Column("import_id", BigId, nullable=False),
        sa.Column("item_id", BigId, nullable=False),
        sa.Column("effect", sa.Text(), nullable=False),
        sa.Column("hash_before", sa.Text(), nullable=False),
        sa.Column("hash_after", sa.Text(), nullable=False),
        sa.Column("on_hand_before", sa.Integer(), nullable=False),
        sa.Column("on_hand_after", sa.Integer(), nullable=False),
        sa.Column("images_after", sa.Text(), nullable=False),
        sa.Column("row_before", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.CheckConstraint("effect IN ('added', 'changed', 'retired')", name=op.f("ck_import_changes_effect")),
        sa.CheckConstraint("outcome IN ('restored', 'left')", name=op.f("ck_import_changes_outcome")),
        sa.ForeignKeyConstraint(
            ["import_id"], ["file_imports.id"], name=op.f("fk_import_changes_import_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_import_changes_item_id")),
        sa.PrimaryKeyConstraint("import_id", "item_id", name=op.f("pk_import_changes")),
    )
    with op.batch_alter_table("import_changes", schema=None) as batch_op:
        batch_op.create_index("ix_import_changes_item", ["item_id"], unique=False)

    op.create_table(
        "import_undos",
        sa.Column("import_id", BigId, nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["import_id"], ["file_imports.id"], name=op.f("fk_import_undos_import_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("import_id", name=op.f("pk_import_undos")),
    )
    op.create_table(
        "quote_lines",
        sa.Column("quote_id", BigId, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("item_id", BigId, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("price_each", Amount(), nullable=False),
        sa.Column("core", Amount(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_quote_lines_item_id")),
        sa.ForeignKeyConstraint(["quote_id"], ["quotes.id"], name=op.f("fk_quote_lines_quote_id")),
        sa.PrimaryKeyConstraint("quote_id", "number", name=op.f("pk_quote_lines")),
    )
    op.create_table(
        "saved_list_lines",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("list_id", BigId, nullable=False),
        sa.Column("item_id", BigId, nullable=False),
        sa.Column("serial_number", sa.Text(), nullable=False),
        sa.Column("machine_code", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_saved_list_lines_item_id")),
        sa.ForeignKeyConstraint(["list_id"], ["saved_lists.id"], name=op.f("fk_saved_list_lines_list_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_list_lines")),
        sa.UniqueConstraint(
            "list_id", "item_id", "serial_number", name=op.f("uq_saved_list_lines_list_id_item_id_serial_number")
        ),
    )
    with op.batch_alter_table("file_imports", schema=None) as batch_op:
        batch_op.add_column(sa.Column("account_id", BigId, nullable=True))
        batch_op.add_column(sa.Column("user_id", BigId, nullable=True))
        batch_op.add_column(sa.Column("plan_id", BigId, nullable=True))
        batch_op.alter_column("credential_id", existing_type=sa.INTEGER(), nullable=True)
        batch_op.create_unique_constraint(batch_op.f("uq_file_imports_plan_id"), ["plan_id"])
        batch_op.create_foreign_key("fk_file_imports_user_id", "credentials", ["user_id"], ["id"], ondelete="CASCADE")
        batch_op.create_foreign_key(batch_op.f("fk_file_imports_account_id"), "accounts", ["account_id"], ["id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_file_imports_plan_id"), "file_imports", ["plan_id"], ["id"], ondelete="SET NULL"
        )

    with op.batch_alter_table("items", schema=None) as batch_op:
        batch_op.create_index(
            "ix_items_unlisted",
            ["dealer_id", "id"],
            unique=False,
            sqlite_where=sa.text("NOT listed"),
            postgresql_where=sa.text("NOT listed"),
        )

    with op.batch_alter_table("mails", schema=None) as batch_op:
        batch_op.create_index("ix_mails_state", ["state"], unique=False)

    with op.batch_alter_table("order_lines", schema=None) as batch_op:
        batch_op.create_index(
            "ix_order_lines_delivered",
            ["order_id"],
            unique=False,
            sqlite_where=sa.text("delivered > 0"),
            postgresql_where=sa.text("delivered > 0"),
        )
        batch_op.create_index(
            "ix_order_lines_in_transit",
            ["order_id"],
            unique=False,
            sqlite_where=sa.text("in_transit > 0"),
            postgresql_where=sa.text("in_transit > 0"),
        )
        batch_op.create_index("ix_order_lines_item", ["item_id"], unique=False)

    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.create_index("ix_orders_dealer", ["dealer_id", "id"], unique=False)
        batch_op.create_index(
            "ix_orders_open",
            ["dealer_id", "id"],
            unique=False,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )

    with op.batch_alter_table("push_deliveries", schema=None) as batch_op:
        batch_op.create_index("ix_push_deliveries_order_id", ["order_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("push_deliveries", schema=None) as batch_op:
        batch_op.drop_index("ix_push_deliveries_order_id")

    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_orders_open", sqlite_where=sa.text("closed_at IS NULL"), postgresql_where=sa.text("closed_at IS NULL")
        )
        batch_op.drop_index("ix_orders_dealer")

    with op.batch_alter_table("order_lines", schema=None) as batch_op:
        batch_op.drop_index("ix_order_lines_item")
        batch_op.drop_index(
            "ix_order_lines_in_transit",
            sqlite_where=sa.text("in_transit > 0"),
            postgresql_where=sa.text("in_transit > 0"),
        )
        batch_op.drop_index(
            "ix_order_lines_delivered", sqlite_where=sa.text("delivered > 0"), postgresql_where=sa.text("delivered > 0")
        )

    with op.batch_alter_table("mails", schema=None) as batch_op:
        batch_op.drop_index("ix_mails_state")

    with op.batch_alter_table("items", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_items_unlisted", sqlite_where=sa.text("NOT listed"), postgresql_where=sa.text("NOT listed")
        )

    with op.batch_alter_table("file_imports", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_file_imports_plan_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_file_imports_account_id"), type_="foreignkey")
        batch_op.drop_constraint("fk_file_imports_user_id", type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_file_imports_plan_id"), type_="unique")
        batch_op.alter_column("credential_id", existing_type=sa.INTEGER(), nullable=False)
        batch_op.drop_column("plan_id")
        batch_op.drop_column("user_id")
        batch_op.drop_column("account_id")

    op.drop_table("saved_list_lines")
    op.drop_table("quote_lines")
    op.drop_table("import_undos")
    with op.batch_alter_table("import_changes", schema=None) as batch_op:
        batch_op.drop_index("ix_import_changes_item")

    op.drop_table("import_changes")
    op.drop_table("saved_lists")
    with op.batch_alter_table("quotes", schema=None) as batch_op:
        batch_op.drop_index("ix_quotes_dealer")

    op.drop_table("quotes")
    with op.batch_alter_table("order_reviews", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_order_reviews_replaces"))
        batch_op.drop_index(
            "ix_order_reviews_open",
            sqlite_where=sa.text("reviewed_at IS NULL"),
            postgresql_where=sa.text("reviewed_at IS NULL"),
        )

    op.drop_table("order_reviews")
    op.drop_table("account_orders")
    op.drop_table("kept_cart_lines")
    with op.batch_alter_table("logged_requests", schema=None) as batch_op:
        batch_op.drop_index("ix_logged_requests_credential_id")
        batch_op.drop_index(batch_op.f("ix_logged_requests_at"))

    op.drop_table("logged_requests")
    with op.batch_alter_table("kept_carts", schema=None) as batch_op:
        batch_op.drop_index("ix_kept_carts_changed_at")

    op.drop_table("kept_carts")
