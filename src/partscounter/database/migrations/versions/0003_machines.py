"""Step 0003_machines: machines."""

import sqlalchemy as sa
from alembic import op

from partscounter.database.metadata import BigId, Moment

revision = "0003_machines"
down_revision = "0002_one_counter"
branch_labels = None
depends_on = None


def upgrade() -> None:
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
        "order_machines",
        sa.Column("serial_key", sa.Text(), nullable=False),
        sa.Column("order_id", BigId, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_machines_order_id")),
        sa.PrimaryKeyConstraint("serial_key", "order_id", name=op.f("pk_order_machines")),
    )
    with op.batch_alter_table("assets", schema=None) as batch_op:
        batch_op.add_column(sa.Column("customer_id", BigId, nullable=True))
        batch_op.create_index("ix_assets_customer", ["customer_id", "id"], unique=False)
        batch_op.create_index("ix_assets_serial_number", ["serial_number"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_assets_customer_id"), "customers", ["customer_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("assets", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_assets_customer_id"), type_="foreignkey")
        batch_op.drop_index("ix_assets_serial_number")
        batch_op.drop_index("ix_assets_customer")
        batch_op.drop_column("customer_id")

    op.drop_table("order_machines")
    op.drop_table("service_kit_parts")
    op.drop_table("service_kits")
    op.drop_table("qr_codes")
