"""An item in the fields of this API."""

from datetime import UTC, datetime

from partscounter.domain.dealers import Store
from partscounter.domain.inventory import Item
from partscounter_contracts.stock import Question, StockItem


def render_item(item: Item, vendor_id: str, store: Store) -> StockItem:
    """Everything that a dealer's system may say of `item`, and what the counter knows of it."""
    about = item.description
    return StockItem(
        vendor_id=vendor_id,
        vendor_store=store.vendor_store,
        vendor_inventory_id=item.inventory_id,
        part_type=about.part_name,
        year=about.year,
        make=about.vehicle_make,
        model=about.vehicle_model,
        price=item.price.each,
        available=item.listed,
        quantity=item.on_hand,
        core_price=item.price.core,
        list_price=item.price.list,
        tag_number=item.tag_number,
        brand_code=item.brand_code,
        part_code=item.part_code,
        part_manufacturer=about.part_manufacturer,
        part_model=about.part_model,
        vendor_part_name=about.vendor_part_name,
        category=about.category,
        condition=about.condition,
        side=about.side,
        oem_number=about.oem_number,
        serial_number=about.serial_number,
        alternate_numbers=about.alternate_numbers,
        vin=about.vin,
        vehicle_id=about.vehicle_id,
        description=about.html,
        images=list(about.images),
        qa=[Question(label=label, value=value) for label, value in about.questions],
        line=item.line.name.lower(),
        reserved=item.reserved,
        sellable=item.available,
        added_at=_moment(item.added_at),
        changed_at=_moment(item.changed_at),
    )


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
