"""What the index is told of an item: the item of the database as a document."""

from collections.abc import Mapping
from decimal import Decimal

from partscounter.domain.dealers import Store
from partscounter.domain.inventory import Item
from partscounter.search.document import Document


def document_of(item: Item, names: Mapping[str, int | None], store: Store) -> Document:
    """The document of `item`; `names` are the numbers of its names, as `inventory.name_numbers` gives them."""
    about = item.description
    return Document(
        uid=item.id,
        line=int(item.line),
        dealer_id=item.dealer_id,
        store_id=item.store_id,
        part_type_id=names["part_type_id"] or 0,
        category_id=names["category_id"] or 0,
        make_ids=_known(names["vehicle_make_id"], names["part_manufacturer_id"]),
        model_ids=_known(names["vehicle_model_id"], names["part_model_id"]),
        year=about.year or 0,
        price_cents=_cents(item.price.each),
        core_price_cents=_cents(item.price.core),
        vehicle_key=f"{item.store_id}:{about.vehicle_id}" if about.vehicle_id else "",
        words=words_of(item),
        part_numbers=tuple(filter(None, part_numbers_of(item))),
        part_name=about.part_name,
        make_model=item.make_model,
        oem_number=about.oem_number,
        vendor_sku=item.tag_number,
        description=about.text,
        condition=about.condition,
        category=about.category,
        vendor=store.company,
        added_at=int(item.added_at.timestamp()),
    )


def _known(*numbers: int | None) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for number in numbers if number is not None))


def _cents(amount: Decimal | None) -> int | None:
    return None if amount is None else int(amount.scaleb(2))


def words_of(item: Item) -> tuple[str, ...]:
    """The texts that keywords are looked for in (inventory contract, "keywords")."""
    about = item.description
    texts = (
        about.text,
        about.part_name,
        about.vehicle_make,
        about.part_manufacturer,
        about.vehicle_model,
        about.part_model,
        about.oem_number,
        item.tag_number,
        item.part_code,
        item.part_id,
    )
    return tuple(dict.fromkeys(filter(None, texts)))


def part_numbers_of(item: Item) -> tuple[str, ...]:
    """The texts whose middle a keyword may match as well."""
    about = item.description
    return (
        about.oem_number,
        item.tag_number,
        about.serial_number,
        item.part_code,
        item.part_id,
        about.alternate_numbers,
    )
