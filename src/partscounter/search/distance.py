"""Order by distance in two steps, above any engine: how far an item is depends on its store alone.

The hits are counted by store, the stores ordered by distance, and only the stores that the page reaches are asked for
their items. Order: distance in tenths of a mile, then price, then id; stores of unknown place last in both directions.
Stores at the same tenth of a mile stand together.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from partscounter.search.index import Entry, View, entries_of
from partscounter.search.places import Point, miles_between
from partscounter.search.query import Field, Filter, SortKey

Tenths = int
Found = tuple[int, Tenths | None]
"""An item, and how far its store is; None where that is not known."""

MOST_SORTED = 1_000
"""So many items are sorted by distance one by one, with one question instead of three."""

_FEW = 16
"""Below that part of all stores, those that have items are sorted rather than looked for among all in their order."""


@dataclass(frozen=True, slots=True)
class Distances:
    """How far each store is from one place; a store of unknown place is left out."""

    of_store: Mapping[int, Tenths]
    nearest_first: Sequence[int]
    """The stores."""

    def within(self, miles: float) -> frozenset[int]:
        """The stores no farther than that."""
        return frozenset(
            self.nearest_first[: bisect_right(self.nearest_first, miles * 10, key=self.of_store.__getitem__)]
        )


@dataclass(frozen=True, slots=True)
class Ring:
    """The stores that are equally far, and how many of the wanted items they have."""

    tenths: Tenths | None
    stores: frozenset[int]
    items: int


def distances_from(origin: Point, points: Mapping[int, Point]) -> dict[int, Tenths]:
    """How far each store is from `origin`, in tenths of a mile, rounded."""
    return {store: round(miles_between(origin, point) * 10) for store, point in points.items()}


def in_order(distances: Mapping[int, Tenths]) -> Distances:
    """The same distances with their order, which is worked out once and used for many searches."""
    return Distances(distances, sorted(distances, key=distances.__getitem__))


def within_radius(wanted: Filter, distances: Distances, radius_miles: float) -> Filter:
    """`wanted` in the stores no farther than that; a store of unknown place is not within any radius."""
    near = distances.within(radius_miles)
    return wanted._replace(stores=near if wanted.stores is None else wanted.stores & near)


def nearest(
    view: View, wanted: Filter, distances: Distances, *, descending: bool, offset: int, limit: int
) -> tuple[int, list[Found]]:
    """The exact number of wanted items, and those at `offset`… by distance."""
    few = view.lookup(wanted, MOST_SORTED)
    if few is not None:
        ordered = _sorted(few, distances, descending=descending)
        return len(ordered), ordered[offset : offset + limit]
    counts = view.count_by(Field.STORE, wanted)
    found: list[Found] = []
    whole: list[Ring] = []
    start = 0
    for ring in _rings(counts, distances, descending=descending):
        if start >= offset + limit:
            break
        first, last = max(offset - start, 0), min(offset + limit - start, ring.items)
        start += ring.items
        if last - first == ring.items:
            whole.append(ring)
        elif first < last:
            found += _whole_rings(view, wanted, whole) + _of_ring(view, wanted, ring, first, last - first)
            whole = []
    return sum(counts.values()), found + _whole_rings(view, wanted, whole)


def _sorted(few: Sequence[Entry], distances: Distances, *, descending: bool) -> list[Found]:
    """Items in the order of their price in that of their distance."""
    found = [(entry.uid, distances.of_store.get(entry.store_id)) for entry in few]
    sign = -1 if descending else 1
    return sorted(found, key=lambda one: math.inf if one[1] is None else sign * one[1])


def _rings(counts: Mapping[int, int], distances: Distances, *, descending: bool) -> Iterator[Ring]:
    """Those that have wanted items, each made when it is reached: of a large country a page takes few."""
    far = distances.of_store.__getitem__
    if len(counts) * _FEW < len(distances.nearest_first):
        order = iter(sorted(counts.keys() & distances.of_store.keys(), key=far, reverse=descending))
    else:
        all_stores = reversed(distances.nearest_first) if descending else distances.nearest_first
        order = filter(counts.__contains__, all_stores)
    for tenths, stores in groupby(order, key=far):
        yield _ring(tenths, frozenset(stores), counts)
    if unknown := counts.keys() - distances.of_store.keys():
        yield _ring(None, frozenset(unknown), counts)


def _ring(tenths: Tenths | None, stores: frozenset[int], counts: Mapping[int, int]) -> Ring:
    return Ring(tenths, stores, sum([counts[store] for store in stores]))


def _of_ring(view: View, wanted: Filter, ring: Ring, offset: int, limit: int) -> list[Found]:
    return [(uid, ring.tenths) for uid in _of_stores(view, wanted, ring.stores, offset, limit)]


def _of_stores(view: View, wanted: Filter, stores: frozenset[int], offset: int, limit: int) -> Sequence[int]:
    inside = wanted._replace(stores=stores)
    return view.top(inside, SortKey.PRICE, descending=False, offset=offset, limit=limit)[1]


def _whole_rings(view: View, wanted: Filter, rings: Sequence[Ring]) -> list[Found]:
    """All items of several rings with one question: by price first, then stably by ring."""
    if not rings:
        return []
    if len(rings) == 1:
        return _of_ring(view, wanted, rings[0], 0, rings[0].items)
    place = {store: at for at, ring in enumerate(rings) for store in ring.stores}
    uids = _of_stores(view, wanted, frozenset(place), 0, sum(ring.items for ring in rings))
    entries = entries_of(view, uids)
    placed = sorted([(place[entries[uid].store_id], at, uid) for at, uid in enumerate(uids)])
    return [(uid, rings[ring].tenths) for ring, _, uid in placed]
