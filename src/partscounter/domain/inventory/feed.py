"""Taking stock in: new and changed rows of a feed, written in batches. The same row fed again changes nothing."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from partscounter.database import WriteTx
from partscounter.domain import catalog
from partscounter.domain.catalog import NameKind
from partscounter.domain.dealers import Store
from partscounter.domain.inventory.intake import (
    NAMED,
    FedRow,
    PlacedRow,
    amount,
    cents,
    digest_of,
    enter_rows,
    json_list,
    json_terms,
)
from partscounter.domain.inventory.item import Description, Line, PartTerms, Price, part_key


@dataclass(frozen=True, slots=True)
class FedItem:
    """One row of a feed, for one store."""

    inventory_id: str
    line: Line = Line.HEAVY_TRUCK
    tag_number: str = ""
    brand_code: str = ""
    part_code: str = ""
    description: Description = field(default_factory=Description)
    price: Price = field(default_factory=Price)
    terms: PartTerms = field(default_factory=PartTerms)
    listed: bool = True
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class FeedCounts:
    """What a batch did."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0

    def __add__(self, other: "FeedCounts") -> "FeedCounts":
        return FeedCounts(self.added + other.added, self.changed + other.changed, self.unchanged + other.unchanged)


def put_items(tx: WriteTx, store: Store, batch: Sequence[FedItem]) -> FeedCounts:
    """Add or update the items of one store; units held for orders stay held.

    Rows of a batch are taken in order: of two with one inventory id the later one counts.
    """
    rows = [fed_row(fed) for fed in {fed.inventory_id: fed for fed in batch}.values()]
    entered = enter_rows(tx, [PlacedRow(store.dealer_id, store.id, digest_of(row), row) for row in rows])
    unchanged = len(batch) - entered.added - entered.changed
    return FeedCounts(added=entered.added, changed=entered.changed, unchanged=unchanged)


def fed_row(fed: FedItem) -> FedRow:
    """What `fed` decides of its item."""
    about = fed.description
    return FedRow(
        inventory_id=fed.inventory_id,
        line=int(fed.line),
        tag_number=fed.tag_number,
        brand_code=fed.brand_code,
        part_code=fed.part_code,
        part_name=about.part_name,
        vendor_part_name=about.vendor_part_name,
        vehicle_make=about.vehicle_make,
        vehicle_model=about.vehicle_model,
        part_manufacturer=about.part_manufacturer,
        part_model=about.part_model,
        year=about.year,
        category=about.category,
        condition=about.condition,
        side=about.side,
        oem_number=about.oem_number,
        serial_number=about.serial_number,
        alternate_numbers=about.alternate_numbers,
        vin=about.vin,
        vehicle_id=about.vehicle_id,
        images=json_list(about.images),
        questions=json_list(about.questions),
        price=cents(fed.price.each),
        core_price=cents(fed.price.core),
        list_price=cents(fed.price.list),
        listed=fed.listed,
        on_hand=fed.quantity,
        text=about.text,
        html=about.html,
        part_key=part_key(fed.brand_code, fed.part_code),
        code_key=part_key("", fed.part_code),
        terms=json_terms(fed.terms),
    )


def fed_item(row: FedRow) -> FedItem:
    """What `fed_row` made a row of."""
    return FedItem(
        inventory_id=row.inventory_id,
        line=Line(row.line),
        tag_number=row.tag_number,
        brand_code=row.brand_code,
        part_code=row.part_code,
        description=_description(row),
        price=Price(each=amount(row.price), core=amount(row.core_price), list=amount(row.list_price)),
        listed=row.listed,
        quantity=row.on_hand,
    )


def _description(row: FedRow) -> Description:
    same = {
        name: getattr(row, name) for name in Description.__dataclass_fields__ if name not in {"images", "questions"}
    }
    questions = tuple((label, value) for label, value in json.loads(row.questions))
    return Description(**same, images=tuple(json.loads(row.images)), questions=questions)


def fed_hash(fed: FedItem) -> str:
    """Equal for two rows exactly if they say the same."""
    return digest_of(fed_row(fed))


def fed_rows(tx: WriteTx, fed_items: Sequence[FedItem]) -> list[dict[str, object]]:
    """What each row decides of its item, by column. Names met for the first time get their numbers."""
    numbers = _number_names(tx, fed_items)
    return [_row(fed, numbers) for fed in fed_items]


def _number_names(tx: WriteTx, fed_items: Sequence[FedItem]) -> dict[NameKind, dict[str, int]]:
    texts: dict[NameKind, dict[str, None]] = {kind: {} for kind in NameKind}
    for fed in fed_items:
        for kind, attribute in NAMED.values():
            texts[kind][getattr(fed.description, attribute)] = None
    return {kind: catalog.number_names(tx, kind, list(seen)) for kind, seen in texts.items()}


def _row(fed: FedItem, numbers: Mapping[NameKind, Mapping[str, int]]) -> dict[str, object]:
    about = asdict(fed.description)
    about["images"] = list(fed.description.images)
    about["questions"] = [list(pair) for pair in fed.description.questions]
    named = {column: numbers[kind].get(about[attribute]) for column, (kind, attribute) in NAMED.items()}
    return {
        "inventory_id": fed.inventory_id,
        "line": int(fed.line),
        "tag_number": fed.tag_number,
        "brand_code": fed.brand_code,
        "part_code": fed.part_code,
        "part_key": part_key(fed.brand_code, fed.part_code),
        "code_key": part_key("", fed.part_code),
        **about,
        **named,
        "price": fed.price.each,
        "core_price": fed.price.core,
        "list_price": fed.price.list,
        "terms": asdict(fed.terms) | {"vehicle_references": list(fed.terms.vehicle_references)},
        "listed": fed.listed,
        "on_hand": fed.quantity,
        "fed_hash": fed_hash(fed),
    }
