"""Finding one item for a buyer, with what is told beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from partscounter.app import App
from partscounter.database import ReadTx
from partscounter.domain import dealers, inventory
from partscounter.domain.accounts import Account
from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.inventory import Item, vehicles
from partscounter.domain.inventory.vehicles import Vehicle
from partscounter.storefront.buyer import Buyer, buyer_of
from partscounter.storefront.offered import Offered, offer_to
from partscounter.web.row_number import number_of

MOST_OF_UNIT = 30


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item that the buyer sees; it may be sold."""

    offered: Offered
    buyer: Buyer
    vehicle: Vehicle | None
    """What it was taken off."""
    same_unit: Sequence[Offered]
    """Other parts of it that can be bought."""

    @property
    def is_sold(self) -> bool:
        return self.offered.item.available <= 0


def find_item(app: App, tx: ReadTx, uid: str, account: Account | None) -> FoundItem | None:
    """By the last part of the item's address; None if there is none, or none that this buyer sees."""
    item = _find(tx, uid)
    if item is None:
        return None
    buyer = buyer_of(app, tx, account)
    dealer, store = dealers.get_dealer(tx, item.dealer_id), dealers.get_store(tx, item.store_id)
    if not buyer.sees(item, dealer):
        return None
    vehicle_id = item.description.vehicle_id
    vehicle = vehicles.find_vehicle(tx, store.id, vehicle_id) if vehicle_id else None
    return FoundItem(
        offered=offer_to(buyer, item, dealer, store),
        buyer=buyer,
        vehicle=vehicle,
        same_unit=_same_unit(tx, buyer, item, dealer, store) if vehicle_id else (),
    )


def _find(tx: ReadTx, uid: str) -> Item | None:
    number = number_of(uid)
    return None if number is None else inventory.load_items(tx, [number]).get(number)


def _same_unit(tx: ReadTx, buyer: Buyer, item: Item, dealer: Dealer, store: Store) -> Sequence[Offered]:
    parts = inventory.list_parts_of_vehicle(tx, store.id, item.description.vehicle_id)
    seen = [part for part in parts if part.id != item.id and buyer.sees(part, dealer)]
    return [offer_to(buyer, part, dealer, store) for part in seen[:MOST_OF_UNIT]]
