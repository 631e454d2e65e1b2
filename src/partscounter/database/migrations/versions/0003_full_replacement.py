"""Step 0003_full_replacement: full replacement."""

import sqlalchemy as sa
from alembic import op

revision = "0003_full_replacement"
down_revision = "0002_one_counter"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("file_imports", schema=None) as batch_op:
        batch_op.add_column(sa.Column("allow_retire", sa.SmallInteger(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("file_imports", schema=None) as batch_op:
        batch_op.drop_column("allow_retire")
