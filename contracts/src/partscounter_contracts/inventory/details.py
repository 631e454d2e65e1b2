"""One item in full, and the other items of its vehicle ("Item Details", "Parts From the Same Vehicle")."""

from msgspec import Struct

from partscounter_contracts.inventory.values import AmountText, Id, SearchVendor


class ItemDetails(Struct, frozen=True, kw_only=True):
    """All that is known of an item. `qa` holds what the vendor chose to tell, under the vendor's own labels.

    A user with the legacy form gets the members of `qa` at the top level instead.
    """

    part_name: str
    vendor_part_name: str
    year: str
    vehicle_make: str
    vehicle_model: str
    part_manufacturer: str
    part_model: str
    oem_number: str
    serial_number: str
    vendor_sku: str
    vendor_inventory_id: Id
    vendor_vehicle_id: Id
    vin: str
    core_price: AmountText
    price: AmountText
    description: str
    html_description: str
    condition: str
    category: str
    available_quantity: int | str
    """Empty where an end user is not told."""
    side: str
    qa: dict[str, str]
    vendor: SearchVendor
    images: list[str]


class WholeUnitPart(Struct, frozen=True, kw_only=True):
    """An item taken off the same vehicle or whole unit."""

    part_name: str
    vendor_part_name: str
    make_model: str
    vendor_sku: str
    details_uri: str
    price: AmountText
