"""Items and stores in the contract's words."""

import html
from decimal import Decimal

import msgspec

from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.inventory import Item
from partscounter.domain.inventory.vehicles import Vehicle
from partscounter.kit.address import PostalAddress
from partscounter.wire.inventory.links import Links
from partscounter_contracts.inventory import (
    UNKNOWN,
    AvailableVendor,
    ItemDetails,
    SearchVendor,
    VendorLocation,
    WholeUnitPart,
)
from partscounter_contracts.number import number_or_text


def amount_text(amount: Decimal | None) -> str:
    """An amount with two places."""
    return UNKNOWN if amount is None else f"{amount:.2f}"


def year_text(year: int | None) -> str:
    """A year as text."""
    return UNKNOWN if year is None else str(year)


def render_vendor(dealer: Dealer, store: Store) -> SearchVendor:
    """The store that an item stands in."""
    return vendor_of(store.address, dealer.name, dealer.vendor_id or UNKNOWN, store.vendor_store)


def vendor_of(address: PostalAddress, dealer_name: str, vendor_id: str, vendor_store: str) -> SearchVendor:
    """The same from what is shown of store and dealer."""
    return SearchVendor(
        company=address.company or dealer_name,
        contact=address.contact,
        city=address.city,
        state=address.state,
        postal_code=address.postal_code,
        phone_number=address.phone,
        fax_number=address.fax,
        email=address.email,
        vendor_id=number_or_text(vendor_id),
        vendor_store=number_or_text(vendor_store),
    )


def render_details(
    item: Item, dealer: Dealer, store: Store, links: Links, vehicle: Vehicle | None = None, *, available: int | None
) -> ItemDetails:
    """All that is known of an item; `available` is None where the number of units is not shown.

    The VIN is that of the vehicle it came off where it names none itself.
    """
    about = item.description
    return ItemDetails(
        part_name=about.part_name,
        vendor_part_name=about.vendor_part_name,
        year=year_text(about.year),
        vehicle_make=about.vehicle_make,
        vehicle_model=about.vehicle_model,
        part_manufacturer=about.part_manufacturer,
        part_model=about.part_model,
        oem_number=about.oem_number,
        serial_number=about.serial_number,
        vendor_sku=item.tag_number,
        vendor_inventory_id=number_or_text(item.inventory_id),
        vendor_vehicle_id=number_or_text(about.vehicle_id),
        vin=about.vin or (vehicle.vin if vehicle else UNKNOWN),
        core_price=amount_text(item.price.core),
        price=amount_text(item.price.each),
        description=about.text,
        html_description=about.html or html.escape(about.text),
        condition=about.condition,
        category=about.category,
        available_quantity=UNKNOWN if available is None else available,
        side=about.side,
        qa=dict(about.questions),
        vendor=render_vendor(dealer, store),
        images=links.images(about.images),
    )


def legacy_form(details: ItemDetails) -> dict[str, object]:
    """Details with the Q&A at the top level; a label that is a documented key does not displace it."""
    plain: dict[str, object] = msgspec.to_builtins(details)
    del plain["qa"]
    return {**plain, **{label: value for label, value in details.qa.items() if label not in plain}}


def render_whole_unit_part(item: Item, dealer: Dealer, store: Store, links: Links) -> WholeUnitPart:
    """An item beside the others of its vehicle."""
    return WholeUnitPart(
        part_name=item.description.part_name,
        vendor_part_name=item.description.vendor_part_name,
        make_model=item.make_model,
        vendor_sku=item.tag_number,
        details_uri=details_uri(item, dealer, store, links),
        price=amount_text(item.price.each),
    )


def render_location(dealer: Dealer, store: Store) -> AvailableVendor:
    """One store in the list of vendors."""
    address = store.address
    return AvailableVendor(
        vendor=VendorLocation(
            company=store.company or dealer.name,
            address=address.street,
            state=address.state,
            postal_code=address.postal_code,
            country=address.country,
            phone_number=address.phone,
            email=address.email,
            vendor_id=number_or_text(dealer.vendor_id or UNKNOWN),
            vendor_store_id=number_or_text(store.vendor_store),
        )
    )


def details_uri(item: Item, dealer: Dealer, store: Store, links: Links) -> str:
    """Where the item is told of in full."""
    return links.details(dealer.vendor_id or UNKNOWN, store.vendor_store, item.inventory_id)
