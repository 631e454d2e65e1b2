"""Step 0003_templates_apply: templates apply."""

import sqlalchemy as sa
from alembic import op

from partscounter.database.metadata import JSON, BigId

revision = "0003_templates_apply"
down_revision = "0002_one_counter"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "template_rules",
        sa.Column("id", BigId, autoincrement=False, nullable=False),
        sa.Column("rules", JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template_rules")),
    )
    op.create_table(
        "dealer_templates",
        sa.Column("dealer_id", BigId, nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("template_id", BigId, nullable=False),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_dealer_templates_dealer_id")),
        sa.ForeignKeyConstraint(
            ["template_id"], ["customer_templates.id"], name=op.f("fk_dealer_templates_template_id")
        ),
        sa.PrimaryKeyConstraint("dealer_id", "type", name=op.f("pk_dealer_templates")),
    )
    op.create_table(
        "customer_profiles",
        sa.Column("customer_id", BigId, nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("price_code", sa.Text(), nullable=False),
        sa.Column("territories", JSON, nullable=False),
        sa.Column("places", JSON, nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_customer_profiles_customer_id")),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_customer_profiles")),
    )
    with op.batch_alter_table("template_assignments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("rule", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("template_assignments", schema=None) as batch_op:
        batch_op.drop_column("rule")

    op.drop_table("customer_profiles")
    op.drop_table("dealer_templates")
    op.drop_table("template_rules")
