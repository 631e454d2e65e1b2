"""Step 0003_names: aliases, words searched for in vain, alternate part numbers."""

import sqlalchemy as sa
from alembic import op

from partscounter.database.metadata import BigId, Moment

revision = "0003_names"
down_revision = "0002_one_counter"
branch_labels = None
depends_on = None


def upgrade() -> None:
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
    with op.batch_alter_table("import_rows", schema=None) as batch_op:
        # With a default, for rows of an import that died and for the version before, which knows no such column.
        batch_op.add_column(sa.Column("alternate_numbers", sa.Text(), server_default="", nullable=False))

    with op.batch_alter_table("items", schema=None) as batch_op:
        batch_op.add_column(sa.Column("alternate_numbers", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("items", schema=None) as batch_op:
        batch_op.drop_column("alternate_numbers")

    with op.batch_alter_table("import_rows", schema=None) as batch_op:
        batch_op.drop_column("alternate_numbers")

    op.drop_table("unmatched_words")
    with op.batch_alter_table("name_aliases", schema=None) as batch_op:
        batch_op.drop_index("ix_name_aliases_name_key")

    op.drop_table("name_aliases")
