"""Items as a table."""

import sqlalchemy as sa

from partscounter.database.metadata import JSON, Amount, BigId, Moment, metadata


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _name(column: str) -> sa.Column[int]:
    return sa.Column(column, sa.ForeignKey("names.id"))


items = sa.Table(
    "items",
    metadata,
    sa.Column("id", BigId, primary_key=True, autoincrement=True),
    sa.Column("dealer_id", sa.ForeignKey("dealers.id"), nullable=False),
    sa.Column("store_id", sa.ForeignKey("stores.id"), nullable=False),
    sa.Column("inventory_id", sa.Text, nullable=False),
    sa.Column("line", sa.SmallInteger, nullable=False),
    _text("tag_number"),
    _text("brand_code"),
    _text("part_code"),
    # Squashed brand and part code; and the part code alone. Both find the part (`S7654321` = `7654321`).
    _text("part_key"),
    _text("code_key"),
    _text("part_name"),
    _text("vendor_part_name"),
    _text("vehicle_make"),
    _text("vehicle_model"),
    _text("part_manufacturer"),
    _text("part_model"),
    _name("part_type_id"),
    _name("vehicle_make_id"),
    _name("vehicle_model_id"),
    _name("part_manufacturer_id"),
    _name("part_model_id"),
    _name("category_id"),
    sa.Column("year", sa.SmallInteger),
    _text("category"),
    _text("condition"),
    _text("side"),
    _text("text"),
    _text("html"),
    _text("oem_number"),
    _text("serial_number"),
    _text("alternate_numbers"),
    _text("vin"),
    _text("vehicle_id"),
    sa.Column("images", JSON, nullable=False),
    sa.Column("questions", JSON, nullable=False),
    sa.Column("price", Amount),
    sa.Column("core_price", Amount),
    sa.Column("list_price", Amount),
    sa.Column("terms", JSON, nullable=False),
    sa.Column("listed", sa.Boolean, nullable=False),
    sa.Column("on_hand", sa.Integer, nullable=False),
    sa.Column("reserved", sa.Integer, nullable=False, server_default="0"),
    sa.Column("added_at", Moment, nullable=False),
    sa.Column("changed_at", Moment, nullable=False),
    # Hash of the facts as they were last fed: the same row fed again changes nothing.
    _text("fed_hash"),
    sa.UniqueConstraint("store_id", "inventory_id"),
    sa.CheckConstraint("on_hand >= 0", "on_hand_not_negative"),
    sa.CheckConstraint("reserved >= 0", "reserved_not_negative"),
    # A feed may report fewer units than are held for orders; nothing more can be reserved then.
    sa.Index("ix_items_part_key", "store_id", "part_key"),
    sa.Index("ix_items_code_key", "store_id", "code_key"),
    sa.Index("ix_items_tag_number", "store_id", "tag_number"),
    sa.Index("ix_items_vehicle", "store_id", "vehicle_id"),
    # What is off offer is leafed through in the portal.
    sa.Index(
        "ix_items_unlisted",
        "dealer_id",
        "id",
        sqlite_where=sa.text("NOT listed"),
        postgresql_where=sa.text("NOT listed"),
    ),
)
