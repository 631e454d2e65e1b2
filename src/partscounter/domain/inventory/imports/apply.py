"""Takes a staged import into the stock: everything in one transaction, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from partscounter.database import WriteTx
from partscounter.domain import dealers
from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.inventory.events import ItemsChanged
from partscounter.domain.inventory.imports import store as sql
from partscounter.domain.inventory.imports.stage import require_import
from partscounter.domain.inventory.imports.store_facts import StoreFacts, completed

IDS_IN_AN_EVENT = 1000
CURRENCY = "USD"
"""Of a store that a feed makes known; the operator may change it before the first order."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What an import did to the stock."""

    added: int
    changed: int
    new_vendors: int
    new_stores: int


def apply_import(tx: WriteTx, import_id: int, facts: Sequence[StoreFacts]) -> Applied:
    """Register and complete the stores, move the staged rows into the stock, say so. Refuses with ImportLost."""
    sql.lock_imports(tx)
    require_import(tx, import_id)
    settled = _Settling(tx)
    stores = [settled.settle(told) for told in facts]
    sql.insert_stores(
        tx,
        [
            {"import_id": import_id, "place": place, "dealer_id": store.dealer_id, "store_id": store.id}
            for place, store in enumerate(stores)
        ],
    )
    changed = sql.update_changed_items(tx, import_id)
    added = sql.insert_new_items(tx, import_id)
    ids = changed + added
    for start in range(0, len(ids), IDS_IN_AN_EVENT):
        tx.emit(ItemsChanged(item_ids=tuple(ids[start : start + IDS_IN_AN_EVENT]), reason="feed"))
    sql.delete_import(tx, import_id)
    return Applied(
        added=len(added), changed=len(changed), new_vendors=settled.new_vendors, new_stores=settled.new_stores
    )


class _Settling:
    """Finds or registers vendors and stores, and counts what was new."""

    def __init__(self, tx: WriteTx) -> None:
        self._tx = tx
        self._dealers: dict[str, Dealer] = {}
        self.new_vendors = 0
        self.new_stores = 0

    def settle(self, told: StoreFacts) -> Store:
        """The store, made known under what the feed says, or with the blanks of its address filled from it."""
        dealer = self._dealers.get(told.vendor_id) or self._dealer(told)
        self._dealers[told.vendor_id] = dealer
        store = dealers.find_store_of_dealer(self._tx, dealer.id, told.vendor_store)
        if store is None:
            self.new_stores += 1
            return dealers.register_store(
                self._tx, dealer, vendor_store=told.vendor_store, address=told.address, currency=CURRENCY
            )
        address = completed(store.address, told.address)
        if address != store.address:
            dealers.correct_store(self._tx, store, address, point=None)
        return store

    def _dealer(self, told: StoreFacts) -> Dealer:
        found = dealers.find_dealer_by_vendor(self._tx, told.vendor_id)
        if found is None:
            self.new_vendors += 1
            name = told.vendor_name or f"Vendor {told.vendor_id}"
            found = dealers.register_dealer(self._tx, name=name, vendor_id=told.vendor_id)
        return found
