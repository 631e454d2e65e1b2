"""Step 0004_shop: shop."""

import sqlalchemy as sa
from alembic import op

from partscounter.database.metadata import BigId, Moment

revision = "0004_shop"
down_revision = "0003_counter_on_the_web"
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


def downgrade() -> None:
    op.drop_table("account_orders")
    op.drop_table("kept_cart_lines")
    with op.batch_alter_table("kept_carts", schema=None) as batch_op:
        batch_op.drop_index("ix_kept_carts_changed_at")

    op.drop_table("kept_carts")
