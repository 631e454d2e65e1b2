"""Saved lists and their lines as tables."""

import sqlalchemy as sa

from partscounter.database.metadata import BigId, Moment, metadata

saved_lists = sa.Table(
    "saved_lists",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("account_id", sa.ForeignKey("accounts.id"), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    # The name without capitals, by which it is unique.
    sa.Column("name_key", sa.Text, nullable=False),
    sa.Column("used_at", Moment, nullable=False),
    sa.UniqueConstraint("account_id", "name_key"),
)

saved_list_lines = sa.Table(
    "saved_list_lines",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("list_id", sa.ForeignKey("saved_lists.id"), nullable=False),
    sa.Column("item_id", sa.ForeignKey("items.id"), nullable=False),
    sa.Column("serial_number", sa.Text, nullable=False),
    sa.Column("machine_code", sa.Text, nullable=False),
    sa.Column("quantity", sa.Integer, nullable=False),
    sa.UniqueConstraint("list_id", "item_id", "serial_number"),
)
