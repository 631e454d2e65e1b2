"""What one row of a feed decides of its item, flat, and in the form in which both engines store it.

A million of these are made, spooled and written in one import, which is why they are tuples and not dataclasses.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from decimal import Decimal
from hashlib import blake2b
from typing import NamedTuple

from partscounter.domain.catalog import NameKind
from partscounter.domain.inventory.item import PartTerms

NAMED = {
    "part_type_id": (NameKind.PART_TYPE, "part_name"),
    "vehicle_make_id": (NameKind.MAKE, "vehicle_make"),
    "vehicle_model_id": (NameKind.MODEL, "vehicle_model"),
    "part_manufacturer_id": (NameKind.MAKE, "part_manufacturer"),
    "part_model_id": (NameKind.MODEL, "part_model"),
    "category_id": (NameKind.CATEGORY, "category"),
}
"""Columns that hold the number of a name, with the column that spells it."""


class FedRow(NamedTuple):
    """The fields are columns of `items`; JSON is text, amounts are cents."""

    inventory_id: str
    line: int
    tag_number: str
    brand_code: str
    part_code: str
    part_name: str
    vendor_part_name: str
    vehicle_make: str
    vehicle_model: str
    part_manufacturer: str
    part_model: str
    year: int | None
    category: str
    condition: str
    side: str
    oem_number: str
    serial_number: str
    alternate_numbers: str
    vin: str
    vehicle_id: str
    images: str
    questions: str
    price: int | None
    core_price: int | None
    list_price: int | None
    listed: bool
    on_hand: int
    text: str
    html: str
    part_key: str
    code_key: str
    terms: str


def digest_of(row: FedRow) -> str:
    """Equal for two rows exactly if they say the same; kept with the item as `fed_hash`."""
    return blake2b(tuple.__repr__(row).encode(), digest_size=12).hexdigest()


def json_list(values: Iterable[object]) -> str:
    """A JSON array; pairs become arrays."""
    return json.dumps(list(values))


def json_terms(terms: PartTerms) -> str:
    """A JSON object."""
    return json.dumps(asdict(terms))


def cents(amount: Decimal | None) -> int | None:
    """The amount as it is stored. Raises decimal.Inexact, or rounds nothing: it has at most two places."""
    return None if amount is None else int(amount.scaleb(2).to_integral_exact())


def amount(stored: int | None) -> Decimal | None:
    """What `cents` stored."""
    return None if stored is None else Decimal(stored).scaleb(-2)
