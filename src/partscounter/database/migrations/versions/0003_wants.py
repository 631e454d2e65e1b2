"""Step 0003_wants: wants."""

import sqlalchemy as sa
from alembic import op

from partscounter.database.metadata import BigId, Moment

revision = "0003_wants"
down_revision = "0002_one_counter"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "empty_searches",
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("part_type", sa.Text(), nullable=False),
        sa.Column("make", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("keywords", sa.Text(), nullable=False),
        sa.Column("searches", sa.BigInteger(), nullable=False),
        sa.Column("last_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("month", "part_type", "make", "model", "keywords", name=op.f("pk_empty_searches")),
    )
    with op.batch_alter_table("empty_searches", schema=None) as batch_op:
        batch_op.create_index("ix_empty_searches_month", ["month", "searches"], unique=False)

    op.create_table(
        "want_progress",
        sa.Column("id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("cursor", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_want_progress")),
    )
    op.create_table(
        "wants",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("lead_id", BigId, nullable=True),
        sa.Column("customer_id", BigId, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("year_from", sa.Integer(), nullable=True),
        sa.Column("year_to", sa.Integer(), nullable=True),
        sa.Column("keywords", sa.Text(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=True),
        sa.Column("dealer_id", BigId, nullable=True),
        sa.Column("credential_id", BigId, nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["credential_id"], ["credentials.id"], name=op.f("fk_wants_credential_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_wants_customer_id")),
        sa.ForeignKeyConstraint(["dealer_id"], ["dealers.id"], name=op.f("fk_wants_dealer_id")),
        sa.ForeignKeyConstraint(["lead_id"], ["leads.id"], name=op.f("fk_wants_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wants")),
    )
    with op.batch_alter_table("wants", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wants_customer_id"), ["customer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wants_lead_id"), ["lead_id"], unique=False)
        batch_op.create_index("ix_wants_open", ["ended_at", "created_at"], unique=False)

    op.create_table(
        "want_items",
        sa.Column("want_id", BigId, nullable=False),
        sa.Column("item_id", BigId, nullable=False),
        sa.Column("was_there", sa.Boolean(), nullable=False),
        sa.Column("matched_at", Moment(), nullable=False),
        sa.Column("told_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_want_items_item_id")),
        sa.ForeignKeyConstraint(["want_id"], ["wants.id"], name=op.f("fk_want_items_want_id")),
        sa.PrimaryKeyConstraint("want_id", "item_id", name=op.f("pk_want_items")),
    )
    with op.batch_alter_table("want_items", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_want_items_item_id"), ["item_id"], unique=False)

    op.create_table(
        "want_words",
        sa.Column("want_id", BigId, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("leads_here", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["want_id"], ["wants.id"], name=op.f("fk_want_words_want_id")),
        sa.PrimaryKeyConstraint("want_id", "kind", "key", name=op.f("pk_want_words")),
    )
    with op.batch_alter_table("want_words", schema=None) as batch_op:
        batch_op.create_index("ix_want_words_key", ["kind", "key"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("want_words", schema=None) as batch_op:
        batch_op.drop_index("ix_want_words_key")

    op.drop_table("want_words")
    with op.batch_alter_table("want_items", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_want_items_item_id"))

    op.drop_table("want_items")
    with op.batch_alter_table("wants", schema=None) as batch_op:
        batch_op.drop_index("ix_wants_open")
        batch_op.drop_index(batch_op.f("ix_wants_lead_id"))
        batch_op.drop_index(batch_op.f("ix_wants_customer_id"))

    op.drop_table("wants")
    op.drop_table("want_progress")
    with op.batch_alter_table("empty_searches", schema=None) as batch_op:
        batch_op.drop_index("ix_empty_searches_month")

    op.drop_table("empty_searches")
