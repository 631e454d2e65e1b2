"""The vendors and stores of a feed: which the counter has, and making the others known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import dealers
from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.inventory.imports.store_facts import StoreFacts, completed
from partscounter.domain.inventory.intake import lock_intake
from partscounter.domain.inventory.reindex import reindex_stores

CURRENCY = "USD"
"""Of a store that a feed makes known; the operator may change it before the first order."""

SETTLED_AT_ONCE = 25
"""Stores in one short transaction."""


@dataclass(frozen=True, slots=True)
class KnownStores:
    """Which stores of a feed the counter has already."""

    ids: Mapping[int, int]
    """Store id by place."""
    new_vendors: int
    new_stores: int


@dataclass(slots=True)
class SettledStores:
    """The stores of a feed, all of them known, and how many were new."""

    ids: list[tuple[int, int]] = field(default_factory=list)
    """(dealer id, store id) by place."""
    new_vendors: int = 0
    new_stores: int = 0

    def add(self, others: "SettledStores") -> None:
        """Those of the next transaction."""
        self.ids += others.ids
        self.new_vendors += others.new_vendors
        self.new_stores += others.new_stores


def find_stores(tx: ReadTx, facts: Iterable[StoreFacts]) -> KnownStores:
    """The stores that are registered, and how many vendors and stores are not."""
    ids: dict[int, int] = {}
    vendors: dict[str, int | None] = {}
    count = 0
    for place, told in enumerate(facts):
        count += 1
        if told.vendor_id not in vendors:
            dealer = dealers.find_dealer_by_vendor(tx, told.vendor_id)
            vendors[told.vendor_id] = None if dealer is None else dealer.id
        dealer_id = vendors[told.vendor_id]
        store = None if dealer_id is None else dealers.find_store_of_dealer(tx, dealer_id, told.vendor_store)
        if store is not None:
            ids[place] = store.id
    unknown = sum(dealer_id is None for dealer_id in vendors.values())
    return KnownStores(ids=ids, new_vendors=unknown, new_stores=count - len(ids))


def settle_stores(tx: WriteTx, facts: Sequence[StoreFacts]) -> SettledStores:
    """Register the stores that are not known, under what the feed says; fill the blanks of the others from it."""
    lock_intake(tx)
    settled = SettledStores()
    known: dict[str, Dealer] = {}
    for told in facts:
        dealer = known.get(told.vendor_id) or _settle_dealer(tx, told, settled)
        known[told.vendor_id] = dealer
        store = _settle_store(tx, dealer, told, settled)
        settled.ids.append((dealer.id, store.id))
    return settled


def _settle_dealer(tx: WriteTx, told: StoreFacts, settled: SettledStores) -> Dealer:
    found = dealers.find_dealer_by_vendor(tx, told.vendor_id)
    if found is not None:
        return found
    settled.new_vendors += 1
    name = told.vendor_name or f"Vendor {told.vendor_id}"
    return dealers.register_dealer(tx, name=name, vendor_id=told.vendor_id)


def _settle_store(tx: WriteTx, dealer: Dealer, told: StoreFacts, settled: SettledStores) -> Store:
    store = dealers.find_store_of_dealer(tx, dealer.id, told.vendor_store)
    if store is None:
        settled.new_stores += 1
        return dealers.register_store(
            tx, dealer, vendor_store=told.vendor_store, address=told.address, currency=CURRENCY
        )
    address = completed(store.address, told.address)
    if address != store.address:
        dealers.correct_store(tx, store, address, point=None)
    if address.company != store.company:
        reindex_stores(tx, [store.id])
    return store
