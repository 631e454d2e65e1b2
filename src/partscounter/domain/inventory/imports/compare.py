"""Compares a feed with the stock, in batches: what is new, what has changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from partscounter.database import ReadTx
from partscounter.domain import dealers
from partscounter.domain.inventory import store as stock
from partscounter.domain.inventory.feed import FedItem, fed_hash
from partscounter.domain.inventory.imports.check import CheckedFeed, read_listings
from partscounter.domain.inventory.imports.errors import FeedChanged
from partscounter.domain.inventory.imports.listing import Listing
from partscounter.domain.inventory.imports.store_facts import StoreFacts
from partscounter.kit.sheets import Advance

BATCH = 5000
"""Rows that are compared at once: each store in a batch costs a query."""


@dataclass(frozen=True, slots=True)
class PlacedItem:
    """A row with its store, by the store's place among those of the file."""

    place: int
    fed: FedItem


@dataclass(frozen=True, slots=True)
class Difference:
    """What the stock does not have, or has otherwise."""

    new: tuple[PlacedItem, ...] = ()
    changed: tuple[PlacedItem, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownStores:
    """Which stores of a feed the counter has already."""

    ids: Mapping[int, int]
    """Store id by place."""
    new_vendors: int
    new_stores: int


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


def difference(tx: ReadTx, known: KnownStores, batch: Iterable[PlacedItem]) -> Difference:
    """The items of `batch` that are not in the stock as they are in the feed."""
    by_place: dict[int, dict[str, PlacedItem]] = {}
    for item in batch:
        by_place.setdefault(item.place, {})[item.fed.inventory_id] = item
    new: list[PlacedItem] = []
    changed: list[PlacedItem] = []
    for place, items in by_place.items():
        hashes = stock.fed_hashes(tx, known.ids[place], list(items)) if place in known.ids else {}
        new += [item for id_, item in items.items() if id_ not in hashes]
        changed += [item for id_, item in items.items() if id_ in hashes and hashes[id_][1] != fed_hash(item.fed)]
    return Difference(new=tuple(new), changed=tuple(changed))


def placed_items(checked: CheckedFeed, advance: Advance) -> Iterator[list[PlacedItem]]:
    """The feed a second time, in batches, without its repeats.

    Refuses with FeedChanged at the end if it does not say what it said when it was checked.
    """
    places = {(told.vendor_id, told.vendor_store): place for place, told in enumerate(checked.stores)}
    fingerprint = blake2b()
    batch: list[PlacedItem] = []
    for row, listing in read_listings(checked.feed, checked.latest_year, advance):
        place = places.get((listing.vendor_id, listing.vendor_store)) if isinstance(listing, Listing) else None
        if not isinstance(listing, Listing) or place is None:
            raise _changed(checked)
        fingerprint.update(listing.digest())
        if row.line not in checked.repeats:
            batch.append(PlacedItem(place, listing.fed))
        if len(batch) == BATCH:
            yield batch
            batch = []
    if fingerprint.digest() != checked.fingerprint:
        raise _changed(checked)
    if batch:
        yield batch


def _changed(checked: CheckedFeed) -> FeedChanged:
    return FeedChanged(f"{checked.feed.path.name} was changed while it was read; nothing of it was taken")
