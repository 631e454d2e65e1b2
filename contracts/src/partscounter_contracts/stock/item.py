"""An item as a dealer's system writes and reads it. The fields are the native columns of docs/import.md."""

from decimal import Decimal
from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType


class Question(Struct, frozen=True, kw_only=True):
    """One of the vendor's own questions, with its answer."""

    label: str
    value: str = ""


_Text = str | UnsetType | None
_Amount = Decimal | UnsetType | None


class ItemFields(Struct, frozen=True, kw_only=True):
    """What can be said of an item.

    In PUT an absent field, and null in both PUT and PATCH, stands for unknown, or the default (`available` true,
    `quantity` 1, `line` heavy_truck); in PATCH an absent field stays as it is. Texts are checked and cleaned as those
    of an import are. Amounts may be numbers or text, with at most two places.
    """

    part_type: _Text = UNSET
    year: Annotated[int, Meta(ge=0, le=9999)] | UnsetType | None = UNSET
    make: _Text = UNSET
    model: _Text = UNSET
    price: _Amount = UNSET
    available: bool | UnsetType | None = UNSET
    """False is stored and not offered."""
    quantity: Annotated[int, Meta(ge=0, le=1_000_000_000)] | UnsetType | None = UNSET
    """Units on the shelf, those held for orders included."""
    core_price: _Amount = UNSET
    list_price: _Amount = UNSET
    tag_number: _Text = UNSET
    brand_code: _Text = UNSET
    part_code: _Text = UNSET
    part_manufacturer: _Text = UNSET
    part_model: _Text = UNSET
    vendor_part_name: _Text = UNSET
    category: _Text = UNSET
    condition: _Text = UNSET
    side: _Text = UNSET
    oem_number: _Text = UNSET
    serial_number: _Text = UNSET
    alternate_numbers: _Text = UNSET
    vin: _Text = UNSET
    vehicle_id: _Text = UNSET
    description: _Text = UNSET
    """Text or HTML; unsafe markup is taken out."""
    images: list[str] | UnsetType | None = UNSET
    qa: list[Question] | UnsetType | None = UNSET
    line: _Text = UNSET


class StockItem(Struct, frozen=True, kw_only=True):
    """An item as it stands. It can be sent back in a PUT: what the counter itself decides is then passed over."""

    vendor_id: str
    vendor_store: str
    vendor_inventory_id: str
    part_type: str
    year: int | None
    make: str
    model: str
    price: Decimal | None
    available: bool
    quantity: int
    core_price: Decimal | None
    list_price: Decimal | None
    tag_number: str
    brand_code: str
    part_code: str
    part_manufacturer: str
    part_model: str
    vendor_part_name: str
    category: str
    condition: str
    side: str
    oem_number: str
    serial_number: str
    alternate_numbers: str
    vin: str
    vehicle_id: str
    description: str
    images: list[str]
    qa: list[Question]
    line: str
    reserved: int
    """Units held for orders; decided by the counter."""
    sellable: int
    """Units that can be sold now; decided by the counter."""
    added_at: str
    changed_at: str
