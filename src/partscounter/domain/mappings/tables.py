"""Mappings as tables: a user's values, and the native names behind each."""

import sqlalchemy as sa

from partscounter.database.metadata import BigId, Moment, metadata

mapped_values = sa.Table(
    "mapped_values",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("credential_id", BigId, sa.ForeignKey("credentials.id", ondelete="CASCADE"), nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    # The spelling squashed to letters and digits, as in `names`.
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("number", sa.Text, nullable=False),
    sa.Column("category", sa.Text, nullable=False),
    sa.Column("parent_id", BigId, sa.ForeignKey("mapped_values.id", ondelete="CASCADE")),
    sa.UniqueConstraint("credential_id", "kind", "key"),
    sa.Index("ix_mapped_values_number", "credential_id", "kind", "number"),
    sa.Index("ix_mapped_values_parent_id", "parent_id"),
)

# By key and not by number: a mapping may name what the catalogue does not know yet.
mapped_natives = sa.Table(
    "mapped_natives",
    metadata,
    sa.Column("value_id", BigId, sa.ForeignKey("mapped_values.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
)

# What was searched for and named nothing, by user: `partscounter mappings coverage` tells it.
unmatched_words = sa.Table(
    "unmatched_words",
    metadata,
    sa.Column("credential_id", BigId, sa.ForeignKey("credentials.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("searches", sa.Integer, nullable=False),
    sa.Column("last_at", Moment, nullable=False),
)
