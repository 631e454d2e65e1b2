"""An item as texts by native column: what `read_fields` reads back into the same item."""

from collections.abc import Mapping
from decimal import Decimal

from partscounter.domain.inventory.changes.overlay import SAME_IN_DESCRIPTION
from partscounter.domain.inventory.item import Item


def texts_of(item: Item) -> Mapping[str, str]:
    """Every native column that says something of the item itself, but for its name and its store."""
    about, price = item.description, item.price
    return {
        "part_type": about.part_name,
        "make": about.vehicle_make,
        "model": about.vehicle_model,
        "year": "" if about.year is None else str(about.year),
        "brand_code": item.brand_code,
        "part_code": item.part_code,
        "tag_number": item.tag_number,
        **{name: getattr(about, name) for name in SAME_IN_DESCRIPTION},
        "description": about.html,
        "images": "|".join(about.images),
        "qa": "|".join(f"{label}={value}" for label, value in about.questions),
        "line": item.line.name.lower(),
        "price": _amount(price.each),
        "core_price": _amount(price.core),
        "list_price": _amount(price.list),
        "available": str(item.listed).lower(),
        "quantity": str(item.on_hand),
    }


def _amount(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:f}"
