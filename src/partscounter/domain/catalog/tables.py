"""Names and brands as tables."""

import sqlalchemy as sa

from partscounter.database.metadata import BigId, metadata

names = sa.Table(
    "names",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    # The spelling squashed to letters and digits: two spellings with one key are one name.
    sa.Column("key", sa.Text, nullable=False),
    sa.UniqueConstraint("kind", "key"),
)

brands = sa.Table(
    "brands",
    metadata,
    sa.Column("dealer_id", sa.ForeignKey("dealers.id"), primary_key=True),
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("description", sa.Text, nullable=False),
)
