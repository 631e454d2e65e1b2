"""Step 0003_queue: queue."""

import sqlalchemy as sa
from alembic import op

revision = "0003_queue"
down_revision = "0003_counter_on_the_web"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("order_lines", schema=None) as batch_op:
        batch_op.create_index(
            "ix_order_lines_delivered",
            ["order_id"],
            unique=False,
            sqlite_where=sa.text("delivered > 0"),
            postgresql_where=sa.text("delivered > 0"),
        )

    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.create_index("ix_orders_dealer", ["dealer_id", "id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.drop_index("ix_orders_dealer")

    with op.batch_alter_table("order_lines", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_order_lines_delivered", sqlite_where=sa.text("delivered > 0"), postgresql_where=sa.text("delivered > 0")
        )
