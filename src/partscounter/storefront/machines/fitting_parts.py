"""Parts on offer for a machine, and what its service kits cost this buyer."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from partscounter.app import App
from partscounter.database import ReadTx
from partscounter.domain import catalog, dealers, inventory
from partscounter.domain.assets import Asset
from partscounter.domain.catalog import NameKind
from partscounter.domain.machines import Kit, KitPart
from partscounter.search import IndexMissing, SearchRequest
from partscounter.search.end_user import changes_for
from partscounter.storefront.buyer import Buyer
from partscounter.storefront.offered import Offered, load_offered

SHOWN = 10


@dataclass(frozen=True, slots=True)
class FittingParts:
    """The first of them."""

    total: int
    parts: tuple[Offered, ...]


@dataclass(frozen=True, slots=True)
class KitOffer:
    """A kit, and for each of its parts the item that is offered for it, if there is one."""

    kit: Kit
    parts: tuple[tuple[KitPart, Offered | None], ...]

    @property
    def offered(self) -> tuple[tuple[KitPart, Offered], ...]:
        """The parts that can be had."""
        return tuple((part, item) for part, item in self.parts if item is not None)


def find_fitting_parts(app: App, tx: ReadTx, machine: Asset, buyer: Buyer) -> FittingParts:
    """Items of the machine's make and model, whatever the spelling."""
    make = catalog.find_name(tx, NameKind.MAKE, machine.make)
    model = catalog.find_name(tx, NameKind.MODEL, machine.model)
    if make is None or model is None:
        return FittingParts(0, ())
    scope = buyer.scope(changes_for(tx, buyer.terms).hidden)
    wanted = scope._replace(makes=frozenset({make}), models=frozenset({model}))
    try:
        page = app.search.search(SearchRequest(wanted, result_size=SHOWN))
    except IndexMissing:
        return FittingParts(0, ())
    found = load_offered(tx, page.uids, buyer)
    shown = [found[uid] for uid in page.uids if uid in found and found[uid].item.available > 0]
    return FittingParts(page.total, tuple(shown))


def offer_kits(tx: ReadTx, kits: Sequence[Kit], buyer: Buyer) -> tuple[KitOffer, ...]:
    """Each part from the store that has most of its kit, so that one seller sends it; then where it costs least."""
    numbers = {part.part_number for kit in kits for part in kit.parts}
    stores = dealers.load_stores(tx).keys() if numbers else ()
    found = inventory.find_numbers(tx, stores, numbers)
    offers = load_offered(tx, [item.id for items in found.values() for item in items], buyer)
    known = {number: [offers[item.id] for item in items if item.id in offers] for number, items in found.items()}
    return tuple(_offer_kit(kit, known, buyer) for kit in kits)


def _offer_kit(kit: Kit, known: Mapping[str, Sequence[Offered]], buyer: Buyer) -> KitOffer:
    fitting = [[each for each in known[part.part_number] if _serves(each, part, buyer)] for part in kit.parts]
    has = Counter(store for offers in fitting for store in {each.store.id for each in offers})

    def rank(offered: Offered) -> tuple[object, ...]:
        return -has[offered.store.id], offered.price, offered.item.id

    chosen = (min(offers, key=rank, default=None) for offers in fitting)
    return KitOffer(kit, tuple(zip(kit.parts, chosen, strict=True)))


def _serves(offered: Offered, part: KitPart, buyer: Buyer) -> bool:
    """Whether this buyer can have all that the kit needs of it there."""
    item, terms = offered.item, offered.item.terms
    is_sold = offered.price is not None and not terms.sales_blocked and part.quantity % max(1, terms.unit_of_sale) == 0
    return is_sold and buyer.sees(item, offered.dealer) and buyer.units(item, offered.dealer) >= part.quantity
