"""Step 0003_sales: sales."""

import sqlalchemy as sa
from alembic import op

from partscounter.database.metadata import Amount, BigId, Moment

revision = "0003_sales"
down_revision = "0002_one_counter"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "core_terms",
        sa.Column("dealer_id", BigId, autoincrement=False, nullable=False),
        sa.Column("days_to_return", sa.Integer(), nullable=True),
        sa.Column("partial_percent", Amount(), nullable=False),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_core_terms_dealer_id")),
        sa.PrimaryKeyConstraint("dealer_id", name=op.f("pk_core_terms")),
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
    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.add_column(sa.Column("vendor_status", sa.Text(), server_default="approved", nullable=False))
        batch_op.add_column(sa.Column("customer_status", sa.Text(), server_default="approved", nullable=False))
        batch_op.create_index("ix_orders_customer", ["customer_id", "id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.drop_index("ix_orders_customer")
        batch_op.drop_column("customer_status")
        batch_op.drop_column("vendor_status")

    op.drop_table("goods_return_lines")
    with op.batch_alter_table("core_entries", schema=None) as batch_op:
        batch_op.drop_index("ix_core_entries_line")
        batch_op.drop_index("ix_core_entries_due_on")

    op.drop_table("core_entries")
    with op.batch_alter_table("sale_adjustments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sale_adjustments_order_id"))

    op.drop_table("sale_adjustments")
    with op.batch_alter_table("goods_returns", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_goods_returns_order_id"))

    op.drop_table("goods_returns")
    with op.batch_alter_table("core_charges", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_core_charges_customer_id"))

    op.drop_table("core_charges")
    op.drop_table("approvers")
    op.drop_table("return_terms")
    op.drop_table("core_terms")
