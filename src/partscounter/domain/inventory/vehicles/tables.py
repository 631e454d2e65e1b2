"""Vehicles as a table. Items name a vehicle by store and id; they may come before it, so nothing refers to it."""

import sqlalchemy as sa

from partscounter.database.metadata import Moment, metadata


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


vehicles = sa.Table(
    "vehicles",
    metadata,
    sa.Column("store_id", sa.ForeignKey("stores.id"), primary_key=True, autoincrement=False),
    sa.Column("vehicle_id", sa.Text, primary_key=True),
    sa.Column("year", sa.SmallInteger),
    _text("make"),
    _text("model"),
    _text("vin"),
    _text("serial_number"),
    _text("category"),
    _text("description"),
    sa.Column("changed_at", Moment, nullable=False),
)
