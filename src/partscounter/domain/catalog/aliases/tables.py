"""Aliases as a table."""

import sqlalchemy as sa

from partscounter.database.metadata import metadata

aliases = sa.Table(
    "name_aliases",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),
    # The spelling squashed to letters and digits, as in `names`; so is `name_key`.
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("name_key", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("shipped", sa.Boolean, nullable=False),
    # A shipped alias that was removed stays as a row, so that the next start does not bring it back.
    sa.Column("in_use", sa.Boolean, nullable=False),
    sa.Index("ix_name_aliases_name_key", "kind", "name_key"),
)
