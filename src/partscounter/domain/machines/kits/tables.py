"""Service kits and their parts as tables."""

import sqlalchemy as sa

from partscounter.database.metadata import BigId, metadata

service_kits = sa.Table(
    "service_kits",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("make_key", sa.Text, nullable=False),
    sa.Column("model_key", sa.Text, nullable=False),
    sa.Column("hours", sa.Integer, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("make", sa.Text, nullable=False),
    sa.Column("model", sa.Text, nullable=False),
    sa.UniqueConstraint("make_key", "model_key", "hours", "name"),
)

service_kit_parts = sa.Table(
    "service_kit_parts",
    metadata,
    sa.Column("kit_id", sa.ForeignKey("service_kits.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("part_number", sa.Text, nullable=False),
    sa.Column("quantity", sa.Integer, nullable=False),
    sa.Column("description", sa.Text, nullable=False),
)
