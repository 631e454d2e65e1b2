"""The stock that a person may see and change."""

from dataclasses import dataclass

from starlette.exceptions import HTTPException

from partscounter.database import ReadTx
from partscounter.domain import dealers, inventory
from partscounter.domain.accounts import Account
from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.inventory import Item
from partscounter.domain.inventory.changes import ItemName
from partscounter.portal.area import require_dealer, visible_dealers


@dataclass(frozen=True, slots=True)
class Reach:
    """Dealers and stores that are theirs."""

    dealers: dict[int, Dealer]
    """By id, in order of their names."""
    stores: dict[int, Store]
    dealer_ids: frozenset[int] | None
    """For a filter; None where nothing need be filtered."""

    def store_name(self, store_id: int) -> str:
        """As people tell stores apart."""
        store = self.stores[store_id]
        dealer = self.dealers[store.dealer_id]
        where = store.company or dealer.name
        return f"{where} ({dealer.vendor_id or dealer.name}:{store.vendor_store})"


@dataclass(frozen=True, slots=True)
class OwnItem:
    """An item with its seller."""

    item: Item
    dealer: Dealer
    store: Store

    @property
    def name(self) -> ItemName:
        """As changes name it; the dealer's vendor id is empty where it has none, and then there is no such store."""
        return ItemName(self.dealer.vendor_id or "", self.store.vendor_store, self.item.inventory_id)


def reach_of(tx: ReadTx, account: Account) -> Reach:
    """Everything for operators."""
    seen = {dealer.id: dealer for dealer in visible_dealers(tx, account)}
    if account.dealers_seen is None:
        return Reach(seen, dealers.load_stores(tx), None)
    stores = [store for dealer_id in seen for store in dealers.list_stores_of_dealer(tx, dealer_id)]
    return Reach(seen, {store.id: store for store in stores}, account.dealers_seen)


def own_item(tx: ReadTx, account: Account, item_id: int) -> OwnItem:
    """The item, or a 404 where it is another dealer's or nobody's."""
    found = inventory.load_items(tx, [item_id]).get(item_id)
    if found is None:
        raise HTTPException(404)
    require_dealer(account, found.dealer_id)
    return OwnItem(found, dealers.get_dealer(tx, found.dealer_id), dealers.get_store(tx, found.store_id))
