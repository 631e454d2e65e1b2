"""Finding the parts and the customer of a quote."""

from collections.abc import Collection
from dataclasses import dataclass

from partscounter.app import App
from partscounter.database import ReadTx
from partscounter.domain import access, customers, dealers, inventory, quotes
from partscounter.domain.access import Product
from partscounter.domain.customer_templates import EndUserTerms
from partscounter.domain.customers import Customer
from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.inventory import Item, at_price, offer_of
from partscounter.domain.inventory.browse import find_numbered
from partscounter.search import Filter, IndexMissing, SearchRequest, parse_keywords

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Quotable:
    """An item of the dealer at the customer's price."""

    item: Item
    store: Store

    @property
    def number(self) -> str:
        """By which people know it."""
        return self.item.part_id or self.item.tag_number or self.item.inventory_id

    @property
    def name(self) -> str:
        return self.item.description.part_name or self.item.description.vendor_part_name


def find_buyer(tx: ReadTx, dealer: Dealer, text: str) -> Customer | None:
    """The one customer of the dealer, or of all dealers, who is called so; None for none or several."""
    found = [
        each for each in customers.list_customers_named(tx, text, {dealer.id}) if each.dealer_id in {None, dealer.id}
    ]
    return found[0] if len(found) == 1 else None


def name_of(customer: Customer) -> str:
    """By which `find_buyer` finds the customer."""
    return customer.code or customer.userid or customer.customer_id or customer.email


def shop_terms(app: App, tx: ReadTx, customer: Customer | None) -> EndUserTerms:
    """What the customer pays in our own shop."""
    name = app.settings.shop.api_user
    user = access.find_credential(tx, Product.INVENTORY, name) if name else None
    return quotes.terms_of(tx, customer, user)


def find_items(app: App, tx: ReadTx, dealer: Dealer, text: str) -> list[int]:
    """Ids of what the dealer has on offer, first what is called exactly so. Refuses with KeywordsTooComplex."""
    stores = [store.id for store in dealers.list_stores_of_dealer(tx, dealer.id)]
    exact = find_numbered(tx, stores, text, SHOWN)
    wanted = Filter(dealers=frozenset({dealer.id}), keywords=parse_keywords(text))
    try:
        others = app.search.search(SearchRequest(wanted, result_size=SHOWN)).uids
    except IndexMissing:
        others = ()
    return list(dict.fromkeys([*exact, *others]))[:SHOWN]


def load_quotable(tx: ReadTx, dealer: Dealer, ids: Collection[int], terms: EndUserTerms) -> dict[int, Quotable]:
    """The items of this dealer, by id; others are left out."""
    items = [item for item in inventory.load_items(tx, ids).values() if item.dealer_id == dealer.id] if ids else []
    stores = dealers.load_stores(tx, {item.store_id for item in items}) if items else {}
    return {item.id: Quotable(_priced(item, dealer, terms), stores[item.store_id]) for item in items}


def _priced(item: Item, dealer: Dealer, terms: EndUserTerms) -> Item:
    return at_price(item, terms.price_of(offer_of(item, dealer))) if terms.pricing else item
