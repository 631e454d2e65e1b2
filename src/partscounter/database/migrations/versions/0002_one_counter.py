"""Step 0002_one_counter: one counter."""

import sqlalchemy as sa
from alembic import op

revision = "0002_one_counter"
down_revision = "0001_opening"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("credentials", schema=None) as batch_op:
        batch_op.drop_column("environment")


def downgrade() -> None:
    with op.batch_alter_table("credentials", schema=None) as batch_op:
        batch_op.add_column(sa.Column("environment", sa.TEXT(), server_default=sa.text("'production'"), nullable=False))
