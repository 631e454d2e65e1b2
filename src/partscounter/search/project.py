"""What the index is told of an item: the row of the database as a document."""

from partscounter.domain.inventory import DocumentRow
from partscounter.search.document import Document


def document_of(row: DocumentRow, company: str) -> Document:
    """The document of the item; `company` is what its store is called."""
    make = row.vehicle_make or row.part_manufacturer
    model = row.vehicle_model or row.part_model
    return Document(
        uid=row.id,
        line=row.line,
        dealer_id=row.dealer_id,
        store_id=row.store_id,
        part_type_id=row.part_type_id or 0,
        category_id=row.category_id or 0,
        make_ids=_known(row.vehicle_make_id, row.part_manufacturer_id),
        model_ids=_known(row.vehicle_model_id, row.part_model_id),
        listed_make_id=row.part_manufacturer_id or row.vehicle_make_id or 0,
        listed_model_id=row.part_model_id or (0 if row.part_manufacturer_id else row.vehicle_model_id) or 0,
        year=row.year or 0,
        price_cents=row.price,
        core_price_cents=row.core_price,
        vehicle_key=f"{row.store_id}:{row.vehicle_id}" if row.vehicle_id else "",
        words=words_of(row),
        part_numbers=part_numbers_of(row),
        part_name=row.part_name,
        make_model=f"{make} {model}".strip(),
        oem_number=row.oem_number,
        vendor_sku=row.tag_number,
        description=row.text,
        condition=row.condition,
        category=row.category,
        vendor=company,
        added_at=int(row.added_at.timestamp()),
    )


def _known(one: int | None, other: int | None) -> tuple[int, ...]:
    if one is None:
        return () if other is None else (other,)
    return (one,) if other is None or other == one else (one, other)


def words_of(row: DocumentRow) -> tuple[str, ...]:
    """The texts that keywords are looked for in (inventory contract, "keywords")."""
    texts = (
        row.text,
        row.part_name,
        row.vehicle_make,
        row.part_manufacturer,
        row.vehicle_model,
        row.part_model,
        row.oem_number,
        row.tag_number,
        row.part_code,
        row.part_id,
    )
    return tuple(dict.fromkeys(filter(None, texts)))


def part_numbers_of(row: DocumentRow) -> tuple[str, ...]:
    """The texts whose middle a keyword may match as well."""
    numbers = (row.oem_number, row.tag_number, row.serial_number, row.part_code, row.part_id, row.alternate_numbers)
    return tuple(filter(None, numbers))
