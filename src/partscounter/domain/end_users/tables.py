"""The rules by which end users get templates, as a table."""

import sqlalchemy as sa

from partscounter.database.metadata import JSON, BigId, metadata

# One row: the rules stand in an order and are replaced as a whole.
template_rules = sa.Table(
    "template_rules",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=False),
    sa.Column("rules", JSON, nullable=False),
)
