"""Taking stock in: new and changed rows of a feed, written in batches. The same row fed again changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import blake2b

from partscounter.database import WriteTx
from partscounter.domain import catalog
from partscounter.domain.catalog import NameKind
from partscounter.domain.dealers import Store
from partscounter.domain.inventory import store as sql
from partscounter.domain.inventory.events import ItemsChanged
from partscounter.domain.inventory.item import Description, Line, PartTerms, Price, part_key

_NAMED = {
    "part_type_id": (NameKind.PART_TYPE, "part_name"),
    "vehicle_make_id": (NameKind.MAKE, "vehicle_make"),
    "vehicle_model_id": (NameKind.MODEL, "vehicle_model"),
    "part_manufacturer_id": (NameKind.MAKE, "part_manufacturer"),
    "part_model_id": (NameKind.MODEL, "part_model"),
    "category_id": (NameKind.CATEGORY, "category"),
}


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
    last = {fed.inventory_id: fed for fed in batch}
    keys = {"dealer_id": store.dealer_id, "store_id": store.id, "added_at": tx.now, "changed_at": tx.now}
    rows = dict(zip(last, (keys | row for row in fed_rows(tx, list(last.values()))), strict=True))
    known = sql.fed_hashes(tx, store.id, list(rows))
    new = [row for id_, row in rows.items() if id_ not in known]
    changed = [
        row | {"item": known[id_][0]} for id_, row in rows.items() if id_ in known and known[id_][1] != row["fed_hash"]
    ]
    ids = sql.insert_items(tx, new) + sql.update_items(tx, changed)
    if ids:
        tx.emit(ItemsChanged(item_ids=tuple(ids), reason="feed"))
    return FeedCounts(added=len(new), changed=len(changed), unchanged=len(batch) - len(new) - len(changed))


def fed_hash(fed: FedItem) -> str:
    """Equal for two rows exactly if they say the same."""
    return blake2b(repr(fed).encode(), digest_size=12).hexdigest()


def fed_rows(tx: WriteTx, fed_items: Sequence[FedItem]) -> list[dict[str, object]]:
    """What each row decides of its item, by column. Names met for the first time get their numbers."""
    numbers = _number_names(tx, fed_items)
    return [_row(fed, numbers) for fed in fed_items]


def _number_names(tx: WriteTx, fed_items: Sequence[FedItem]) -> dict[NameKind, dict[str, int]]:
    texts: dict[NameKind, dict[str, None]] = {kind: {} for kind in NameKind}
    for fed in fed_items:
        for kind, attribute in _NAMED.values():
            texts[kind][getattr(fed.description, attribute)] = None
    return {kind: catalog.number_names(tx, kind, list(seen)) for kind, seen in texts.items()}


def _row(fed: FedItem, numbers: Mapping[NameKind, Mapping[str, int]]) -> dict[str, object]:
    about = asdict(fed.description)
    about["images"] = list(fed.description.images)
    about["questions"] = [list(pair) for pair in fed.description.questions]
    named = {column: numbers[kind].get(about[attribute]) for column, (kind, attribute) in _NAMED.items()}
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
