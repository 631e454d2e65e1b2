"""Step 0004_import_undo: import undo."""

import sqlalchemy as sa
from alembic import op

from partscounter.database.metadata import BigId, Moment

revision = "0004_import_undo"
down_revision = "0003_counter_on_the_web"
branch_labels = None
depends_on = None


def upgrade() -> None:
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
    with op.batch_alter_table("file_imports", schema=None) as batch_op:
        batch_op.add_column(sa.Column("account_id", BigId, nullable=True))
        batch_op.add_column(sa.Column("user_id", BigId, nullable=True))
        batch_op.add_column(sa.Column("plan_id", BigId, nullable=True))
        batch_op.alter_column("credential_id", existing_type=BigId, nullable=True)
        batch_op.create_unique_constraint(batch_op.f("uq_file_imports_plan_id"), ["plan_id"])
        batch_op.create_foreign_key(batch_op.f("fk_file_imports_account_id"), "accounts", ["account_id"], ["id"])
        batch_op.create_foreign_key("fk_file_imports_user_id", "credentials", ["user_id"], ["id"], ondelete="CASCADE")
        batch_op.create_foreign_key(
            batch_op.f("fk_file_imports_plan_id"), "file_imports", ["plan_id"], ["id"], ondelete="SET NULL"
        )


def downgrade() -> None:
    op.drop_table("import_undos")
    with op.batch_alter_table("import_changes", schema=None) as batch_op:
        batch_op.drop_index("ix_import_changes_item")

    op.drop_table("import_changes")
    # What people handed in has no place in the schema of before.
    op.execute("DELETE FROM file_imports WHERE credential_id IS NULL")
    with op.batch_alter_table("file_imports", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_file_imports_plan_id"), type_="foreignkey")
        batch_op.drop_constraint("fk_file_imports_user_id", type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_file_imports_account_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_file_imports_plan_id"), type_="unique")
        batch_op.alter_column("credential_id", existing_type=BigId, nullable=False)
        batch_op.drop_column("plan_id")
        batch_op.drop_column("user_id")
        batch_op.drop_column("account_id")
