"""Parts on offer for a machine."""

from dataclasses import dataclass

from partscounter.app import App
from partscounter.database import ReadTx
from partscounter.domain import catalog, dealers, inventory
from partscounter.domain.assets import Asset
from partscounter.domain.catalog import NameKind
from partscounter.domain.dealers import Store
from partscounter.domain.inventory import Item
from partscounter.search import Filter, IndexMissing, SearchRequest

SHOWN = 10


@dataclass(frozen=True, slots=True)
class FittingPart:
    """One item, without its price: what it costs hangs on who asks."""

    name: str
    number: str
    category: str
    place: str
    available: int


@dataclass(frozen=True, slots=True)
class FittingParts:
    """The first of them."""

    total: int
    parts: tuple[FittingPart, ...]


def find_fitting_parts(app: App, tx: ReadTx, machine: Asset) -> FittingParts:
    """Items of the machine's make and model, whatever the spelling."""
    make = catalog.find_name(tx, NameKind.MAKE, machine.make)
    model = catalog.find_name(tx, NameKind.MODEL, machine.model)
    if make is None or model is None:
        return FittingParts(0, ())
    wanted = Filter(makes=frozenset({make}), models=frozenset({model}))
    try:
        page = app.search.search(SearchRequest(wanted, result_size=SHOWN))
    except IndexMissing:
        return FittingParts(0, ())
    items = inventory.load_items(tx, page.uids)
    found = [items[uid] for uid in page.uids if uid in items and items[uid].available > 0]
    stores = dealers.load_stores(tx, {item.store_id for item in found})
    return FittingParts(page.total, tuple(_part(item, stores[item.store_id]) for item in found))


def _part(item: Item, store: Store) -> FittingPart:
    described = item.description
    number = described.oem_number or item.part_id or item.tag_number
    name = described.vendor_part_name or described.part_name
    place = ", ".join(each for each in (store.address.company, store.address.city) if each)
    return FittingPart(name, number, described.category, place, item.available)
