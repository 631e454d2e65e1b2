"""Pricing a cart for its buyer, and finding out which lines can be had."""

from collections.abc import Callable, Sequence

from partscounter.database import ReadTx
from partscounter.domain import dealers, inventory
from partscounter.domain.customer_templates import EndUserTerms
from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.inventory import Item, at_price, offer_of
from partscounter.domain.kept_carts.line import KeptLine
from partscounter.domain.kept_carts.priced import CartFault, PricedCart, PricedLine, StoreGroup


def price_lines(
    tx: ReadTx, lines: Sequence[KeptLine], *, may_sell: Callable[[Dealer], bool], terms: EndUserTerms
) -> PricedCart:
    """The cart of these lines, grouped by store in order of dealer and store; in three queries.

    `may_sell` says whose stock the buyer is offered, `terms` what of it, at what price, and how many units.
    """
    items = inventory.load_items(tx, {line.item_id for line in lines})
    sellers = dealers.load_dealers(tx, {item.dealer_id for item in items.values()})
    stores = dealers.load_stores(tx, {item.store_id for item in items.values()})
    left: dict[int, int] = {}
    groups: dict[tuple[int, int], list[PricedLine]] = {}
    for line in lines:
        item = items[line.item_id]
        dealer, store = sellers[item.dealer_id], stores[item.store_id]
        is_offered = may_sell(dealer) and item.listed and not terms.hides(offer_of(item, dealer))
        priced = _price(line, item, dealer, store, terms=terms, left=left, is_offered=is_offered)
        groups.setdefault((dealer.id, store.id), []).append(priced)
    return PricedCart(
        tuple(StoreGroup(found[0].dealer, found[0].store, tuple(found)) for _, found in sorted(groups.items()))
    )


def _price(
    line: KeptLine,
    item: Item,
    dealer: Dealer,
    store: Store,
    *,
    terms: EndUserTerms,
    left: dict[int, int],
    is_offered: bool,
) -> PricedLine:
    offer = offer_of(item, dealer)
    units = left.setdefault(item.id, terms.units_of(offer))
    own = at_price(item, terms.price_of(offer))
    fault = _fault(line, own, units) if is_offered else CartFault.GONE
    if fault is None:
        left[item.id] -= line.quantity
    shown = None if terms.shown_units_of(offer) is None else units
    return PricedLine(line, own, dealer, store, fault, shown)


def _fault(line: KeptLine, item: Item, units: int) -> CartFault | None:
    wrong = {
        CartFault.NO_PRICE: item.price.each is None,
        CartFault.BLOCKED: item.terms.sales_blocked,
        CartFault.UNIT_OF_SALE: line.quantity % max(1, item.terms.unit_of_sale) != 0,
        CartFault.SOLD: units == 0,
        CartFault.TOO_FEW: line.quantity > units,
    }
    return next((fault for fault, is_so in wrong.items() if is_so), None)
