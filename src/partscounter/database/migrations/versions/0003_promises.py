"""Step 0003_promises: promises."""

import sqlalchemy as sa
from alembic import op

from partscounter.database.metadata import BigId, Moment

revision = "0003_promises"
down_revision = "0002_one_counter"
branch_labels = None
depends_on = None


def upgrade() -> None:
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

    with op.batch_alter_table("order_lines", schema=None) as batch_op:
        batch_op.create_index(
            "ix_order_lines_waiting",
            ["item_id"],
            unique=False,
            sqlite_where=sa.text("backorder > 0"),
            postgresql_where=sa.text("backorder > 0"),
        )


def downgrade() -> None:
    with op.batch_alter_table("order_lines", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_order_lines_waiting", sqlite_where=sa.text("backorder > 0"), postgresql_where=sa.text("backorder > 0")
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
