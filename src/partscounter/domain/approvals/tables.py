"""Approvers as a table."""

import sqlalchemy as sa

from partscounter.database.metadata import Amount, BigId, metadata

approvers = sa.Table(
    "approvers",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("customer_id", sa.ForeignKey("customers.id"), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("email", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("at_least", Amount, nullable=False),
    sa.Column("at_most", Amount),
    sa.UniqueConstraint("customer_id", "email"),
)
