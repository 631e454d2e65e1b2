"""Puts some native columns of one item over another."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from partscounter.domain.inventory.feed import FedItem
from partscounter.domain.inventory.item import Item

SAME_IN_DESCRIPTION = (
    "part_manufacturer",
    "part_model",
    "vendor_part_name",
    "category",
    "condition",
    "side",
    "oem_number",
    "serial_number",
    "alternate_numbers",
    "vin",
    "vehicle_id",
)
"""Columns of text that the description has under the same name."""

_OF_ITEM = {name: (name,) for name in ("line", "tag_number", "brand_code", "part_code", "quantity")} | {
    "available": ("listed",)
}
_OF_PRICE = {"price": ("each",), "core_price": ("core",), "list_price": ("list",)}
_OF_DESCRIPTION = {
    "part_type": ("part_name",),
    "make": ("vehicle_make",),
    "model": ("vehicle_model",),
    "description": ("text", "html"),
    "qa": ("questions",),
} | {name: (name,) for name in ("year", "images", *SAME_IN_DESCRIPTION)}


def overlay(present: FedItem, told: FedItem, columns: AbstractSet[str]) -> FedItem:
    """`present` with `columns` as they are in `told`."""
    price = {name: getattr(told.price, name) for name in _attributes(_OF_PRICE, columns)}
    about = {name: getattr(told.description, name) for name in _attributes(_OF_DESCRIPTION, columns)}
    return replace(
        present,
        **{name: getattr(told, name) for name in _attributes(_OF_ITEM, columns)},
        price=replace(present.price, **price),
        description=replace(present.description, **about),
    )


def fed_of(item: Item, *, listed: bool | None = None) -> FedItem:
    """The item as a feed would tell it; on offer or not as `listed` says, if it does."""
    return FedItem(
        inventory_id=item.inventory_id,
        line=item.line,
        tag_number=item.tag_number,
        brand_code=item.brand_code,
        part_code=item.part_code,
        description=item.description,
        price=item.price,
        terms=item.terms,
        listed=item.listed if listed is None else listed,
        quantity=item.on_hand,
    )


def _attributes(places: Mapping[str, tuple[str, ...]], columns: AbstractSet[str]) -> list[str]:
    return [attribute for column in columns & places.keys() for attribute in places[column]]
