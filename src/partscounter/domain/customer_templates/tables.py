"""Templates and their assignments as tables."""

import sqlalchemy as sa

from partscounter.database.metadata import JSON, BigId, Moment, metadata

customer_templates = sa.Table(
    "customer_templates",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    # As in the operator's file, once it was found right.
    sa.Column("rules", JSON, nullable=False),
    sa.UniqueConstraint("type", "name"),
)

# Each API user has end users of its own: the same userid of two API users is two people.
template_assignments = sa.Table(
    "template_assignments",
    metadata,
    sa.Column("credential_id", sa.ForeignKey("credentials.id"), primary_key=True),
    sa.Column("userid", sa.Text, primary_key=True),
    sa.Column("type", sa.Text, primary_key=True),
    sa.Column("template_id", sa.ForeignKey("customer_templates.id"), nullable=False),
    sa.Column("assigned_at", Moment, nullable=False),
    # The name of the rule that assigned it; empty for one that the API user assigned. Rules change only their own.
    sa.Column("rule", sa.Text, nullable=False, server_default=""),
)

dealer_templates = sa.Table(
    "dealer_templates",
    metadata,
    sa.Column("dealer_id", sa.ForeignKey("dealers.id"), primary_key=True),
    sa.Column("type", sa.Text, primary_key=True),
    sa.Column("template_id", sa.ForeignKey("customer_templates.id"), nullable=False),
)
