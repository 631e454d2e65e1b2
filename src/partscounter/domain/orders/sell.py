"""Selling a cart: what can be sold is, whatever becomes of the other lines, and a unit is sold once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from partscounter.database import WriteTx
from partscounter.domain import customers, dealers, inventory
from partscounter.domain.customer_templates import EVERYBODY, EndUserTerms
from partscounter.domain.customers import Customer
from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.inventory import Item, NotUnique, at_price, offer_of
from partscounter.domain.orders import store as sql
from partscounter.domain.orders.cart import place_cart
from partscounter.domain.orders.draft_sale import draft_sales
from partscounter.domain.orders.shopping_cart import CartLine, LineFault, ShoppingCart, SoldCart


@dataclass(frozen=True, slots=True)
class _Seller:
    dealer: Dealer
    stores: Mapping[int, Store]

    def store_ids(self, vendor_store: str) -> list[int]:
        """The store of that number; all of them where the line names none."""
        return [store.id for store in self.stores.values() if vendor_store in {"", store.vendor_store}]


def sell_cart(
    tx: WriteTx, cart: ShoppingCart, *, may_sell: Callable[[Dealer], bool], terms: EndUserTerms = EVERYBODY
) -> SoldCart:
    """One order for each store with the lines that can be sold; `may_sell` says for which dealers the buyer may,
    `terms` which items the end user sees, at what price, and how many units of each.

    Lines of the same item add up, the earlier ones first. The items are held while they are looked at, so that what is
    found available is sold. Order counts are held before items, as everywhere orders are placed.
    """
    sellers = _sellers(tx, cart, may_sell)
    sql.hold_counters(tx, [seller.dealer.id for seller in sellers.values()])
    named = {index: _identify(tx, line, sellers.get(line.vendor_id)) for index, line in enumerate(cart.lines)}
    faults = {index: found for index, found in named.items() if isinstance(found, LineFault)}
    ids = {index: found for index, found in named.items() if not isinstance(found, LineFault)}
    items = inventory.lock_items(tx, set(ids.values()))
    sellers_by_id = {seller.dealer.id: seller.dealer for seller in sellers.values()}
    sold, unsold = _share_out(cart, ids, _for_end_user(items, sellers_by_id, terms))
    faults |= unsold
    if not sold:
        return SoldCart(None, tx.now, (), dict(sorted(faults.items())))
    stores = {id_: store for seller in sellers.values() for id_, store in seller.stores.items()}
    drafts = draft_sales(cart, sold, stores, _customer(tx, cart))
    transaction_id, placed = place_cart(tx, drafts, bought_by=cart.userid)
    return SoldCart(transaction_id, tx.now, tuple(placed), dict(sorted(faults.items())))


def _sellers(tx: WriteTx, cart: ShoppingCart, may_sell: Callable[[Dealer], bool]) -> dict[str, _Seller]:
    """The dealers of the cart that the buyer may sell for, by vendor id."""
    found = dealers.list_dealers_by_vendor(tx, {line.vendor_id for line in cart.lines})
    return {dealer.vendor_id or "": _seller(tx, dealer) for dealer in found if may_sell(dealer)}


def _seller(tx: WriteTx, dealer: Dealer) -> _Seller:
    return _Seller(dealer, {store.id: store for store in dealers.list_stores_of_dealer(tx, dealer.id)})


def _identify(tx: WriteTx, line: CartLine, seller: _Seller | None) -> int | LineFault:
    """The id of the item that the line names."""
    if seller is None:
        return LineFault.FORBIDDEN_VENDOR
    store_ids = seller.store_ids(line.vendor_store)
    try:
        item = inventory.find_only_item(tx, store_ids, inventory_id=line.inventory_id, tag_number=line.tag_number)
    except NotUnique:
        return LineFault.NOT_UNIQUE
    return LineFault.NOT_FOUND if item is None else item.id


def _for_end_user(
    items: Mapping[int, Item], sellers: Mapping[int, Dealer], terms: EndUserTerms
) -> dict[int, tuple[Item, int]]:
    """The items that the end user sees, at the end user's price, and how many units there are of each."""
    offers = {item.id: offer_of(item, sellers[item.dealer_id]) for item in items.values()}
    return {
        id_: (at_price(items[id_], terms.price_of(offer)), terms.units_of(offer))
        for id_, offer in offers.items()
        if not terms.hides(offer)
    }


def _share_out(
    cart: ShoppingCart, ids: Mapping[int, int], seen: Mapping[int, tuple[Item, int]]
) -> tuple[dict[int, Item], dict[int, LineFault]]:
    """The items that are sold, and the faults of the other lines, both by line."""
    sold: dict[int, Item] = {}
    faults: dict[int, LineFault] = {}
    left = {id_: units for id_, (_, units) in seen.items()}
    for index, item_id in ids.items():
        item, quantity = seen[item_id][0] if item_id in seen else None, cart.lines[index].quantity
        if item is None or cart.catalogue not in {None, item.line}:
            faults[index] = LineFault.NOT_FOUND
        elif quantity > left[item_id]:
            faults[index] = LineFault.NOT_AVAILABLE
        else:
            sold[index] = item
            left[item_id] -= quantity
    return sold, faults


def _customer(tx: WriteTx, cart: ShoppingCart) -> Customer | None:
    if cart.customer_id is not None:
        return customers.get_customer(tx, cart.customer_id)
    return customers.find_customer_by_userid(tx, cart.userid) if cart.userid else None
