"""The rows of a page: the index gives ids, everything that is shown comes from the database."""

from collections.abc import Sequence
from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.domain import dealers, inventory
from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.inventory import Item
from partscounter.search import Hit
from partscounter.wire.inventory.end_user import Viewer


@dataclass(frozen=True, slots=True)
class Row:
    """A found item, at the price of whoever looks, with all that is told of it."""

    item: Item
    store: Store
    dealer: Dealer
    hit: Hit


def load_rows(tx: ReadTx, hits: Sequence[Hit], viewer: Viewer) -> list[Row]:
    """The rows of `hits`, in their order.

    Only an item that is no longer there at all is left out. One that was sold a moment ago stays: the totals come from
    the same commit of the index as the hits, and the next commit takes it out of both.
    """
    items = inventory.load_items(tx, [hit.uid for hit in hits])
    stores = dealers.load_stores(tx, {item.store_id for item in items.values()})
    sellers = dealers.load_dealers(tx, {item.dealer_id for item in items.values()})
    found = [(items[hit.uid], hit) for hit in hits if hit.uid in items]
    places = [(item, stores[item.store_id], sellers[item.dealer_id], hit) for item, hit in found]
    return [Row(viewer.priced(item, dealer), store, dealer, hit) for item, store, dealer, hit in places]
