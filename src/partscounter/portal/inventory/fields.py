"""The form of an item: its fields in groups, and what a posted form says of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from partscounter.domain.inventory import Line
from partscounter.web.visits import Visit


@dataclass(frozen=True, slots=True)
class Field:
    """One native column as people fill it in."""

    name: str
    label: str
    hint: str = ""
    rows: int = 0
    inputmode: str = ""
    required: bool = False


GROUPS: Final[Mapping[str, tuple[Field, ...]]] = {
    "What it is": (
        Field("part_type", "Part type", required=True),
        Field("make", "Make"),
        Field("model", "Model"),
        Field("year", "Year", "four digits", inputmode="numeric"),
        Field("category", "Category", "such as USED or NEW"),
        Field("condition", "Condition"),
        Field("side", "Side"),
    ),
    "Numbers": (
        Field("brand_code", "Brand code"),
        Field("part_code", "Part code"),
        Field("tag_number", "Tag number"),
        Field("oem_number", "OEM number"),
        Field("serial_number", "Serial number"),
        Field("alternate_numbers", "Other numbers", "separated by |"),
    ),
    "Price": (
        Field("price", "Price of one", "net; blank if none is named", inputmode="decimal"),
        Field("list_price", "List price", inputmode="decimal"),
        Field("core_price", "Core charge", inputmode="decimal"),
    ),
    "Where it comes from": (
        Field("part_manufacturer", "Part manufacturer"),
        Field("part_model", "Part model"),
        Field("vendor_part_name", "Your own name for it"),
        Field("vehicle_id", "Vehicle or whole unit"),
        Field("vin", "VIN"),
    ),
    "What customers read": (
        Field("description", "Description", "text or simple HTML", rows=5),
        Field("qa", "Questions and answers", "label=value, separated by |", rows=3),
        Field("images", "Photos", "addresses separated by |, the first one shown first", rows=3),
    ),
}
NAMES: Final = tuple(field.name for group in GROUPS.values() for field in group)
LINES: Final = tuple((line.name.lower(), line.name.replace("_", " ").capitalize()) for line in Line)
LABELS: Final[Mapping[str, str]] = {
    **{field.name: field.label for group in GROUPS.values() for field in group},
    "line": "Line of trade",
    "available": "On offer",
    "quantity": "On hand",
    "vendor_inventory_id": "Inventory number",
}


def posted_texts(visit: Visit) -> dict[str, str]:
    """What the form says, by native column; a browser ends lines with two characters, the core with one."""
    texts = {name: visit.field(name).replace("\r\n", "\n") for name in NAMES}
    return texts | {"line": visit.field("line"), "available": "true" if visit.field("available") else "false"}
