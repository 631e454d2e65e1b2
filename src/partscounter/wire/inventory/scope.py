"""What an API user sees: its line of the trade, and of its vendors those that this contract has a name for."""

from partscounter.database import ReadTx
from partscounter.domain import dealers, inventory
from partscounter.domain.dealers import Dealer, Store, UnknownDealer, UnknownStore
from partscounter.domain.inventory import Item, UnknownItem
from partscounter.search import Filter
from partscounter.wire.inventory.user import ApiUser


def everything_seen(tx: ReadTx, user: ApiUser, hidden: tuple[Filter, ...] = ()) -> Filter:
    """All items that the user may find, without those that are `hidden` from one of its end users."""
    nameless = dealers.list_dealers_without_vendor(tx)
    return Filter(
        lines=frozenset({int(user.line)}),
        dealers=None if user.credential.all_dealers else user.credential.dealer_ids,
        exclude=(*hidden, Filter(dealers=nameless)) if nameless else hidden,
    )


def find_seen_store(tx: ReadTx, user: ApiUser, vendor_id: str, vendor_store: str) -> tuple[Dealer, Store] | None:
    """The store, if it is there and a vendor's that the user sees."""
    dealer = dealers.find_dealer_by_vendor(tx, vendor_id)
    if dealer is None or not user.sees(dealer):
        return None
    store = dealers.find_store_of_dealer(tx, dealer.id, vendor_store)
    return None if store is None else (dealer, store)


def get_seen_item(
    tx: ReadTx, user: ApiUser, vendor_id: str, vendor_store: str, inventory_id: str
) -> tuple[Item, Dealer, Store]:
    """The item, if it can be bought and the user sees it; refuses with UnknownItem otherwise, without saying why."""
    place = find_seen_store(tx, user, vendor_id, vendor_store)
    item = None if place is None else inventory.find_item(tx, place[1].id, inventory_id)
    if place is None or item is None or not is_offered(user, item):
        raise UnknownItem("There is no such item.")
    return item, *place


def is_offered(user: ApiUser, item: Item) -> bool:
    """Whether the item is in the user's line and can be bought."""
    return item.line == user.line and item.available > 0


def get_seen_vendor(tx: ReadTx, user: ApiUser, vendor_id: str, vendor_store: str) -> tuple[Dealer, Store | None]:
    """The vendor, with its store if one is named; refuses with UnknownDealer, also where the user does not see it."""
    dealer = dealers.find_dealer_by_vendor(tx, vendor_id)
    if dealer is None or not user.sees(dealer):
        raise UnknownDealer("There is no such vendor.")
    if not vendor_store:
        return dealer, None
    store = dealers.find_store_of_dealer(tx, dealer.id, vendor_store)
    if store is None:
        raise UnknownStore("The vendor has no such store.")
    return dealer, store
