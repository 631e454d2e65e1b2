"""Step 0003_no_import_staging: imports wait in a file of their own, no longer in tables."""

import sqlalchemy as sa
from alembic import op

revision = "0003_no_import_staging"
down_revision = "0002_one_counter"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("imports")
    op.drop_table("import_rows")
    op.drop_table("import_stores")


def downgrade() -> None:
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
        sa.Column("images", sa.JSON(), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("price", sa.BIGINT(), nullable=True),
        sa.Column("core_price", sa.BIGINT(), nullable=True),
        sa.Column("list_price", sa.BIGINT(), nullable=True),
        sa.Column("terms", sa.JSON(), nullable=False),
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
