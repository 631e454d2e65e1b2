"""Step 0003_counter_on_the_web: counter on the web."""

import sqlalchemy as sa
from alembic import op

revision = "0003_counter_on_the_web"
down_revision = "0002_one_counter"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("items", schema=None) as batch_op:
        batch_op.create_index(
            "ix_items_unlisted",
            ["dealer_id", "id"],
            unique=False,
            sqlite_where=sa.text("NOT listed"),
            postgresql_where=sa.text("NOT listed"),
        )

    with op.batch_alter_table("order_lines", schema=None) as batch_op:
        batch_op.create_index("ix_order_lines_item", ["item_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("order_lines", schema=None) as batch_op:
        batch_op.drop_index("ix_order_lines_item")

    with op.batch_alter_table("items", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_items_unlisted", sqlite_where=sa.text("NOT listed"), postgresql_where=sa.text("NOT listed")
        )
