"""Order by distance in two steps, above any engine: how far an item is depends on its store alone.

The hits are counted by store, the stores ordered by distance, and only the stores that the page reaches are asked for
their items. Order: distance in tenths of a mile, then price, then id; stores of unknown place last in both directions.
Stores at the same tenth of a mile stand together.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from partscounter.search.index import View
from partscounter.search.places import Point, miles_between
from partscounter.search.query import Field, Filter, SortKey

Tenths = int


@dataclass(frozen=True, slots=True)
class Ring:
    """The stores that are equally far, and how many of the wanted items they have."""

    stores: frozenset[int]
    items: int


def distances_from(origin: Point, points: Mapping[int, Point]) -> dict[int, Tenths]:
    """How far each store is from `origin`, in tenths of a mile, rounded."""
    return {store: round(miles_between(origin, point) * 10) for store, point in points.items()}


def within_radius(wanted: Filter, distances: Mapping[int, Tenths], radius_miles: float) -> Filter:
    """`wanted` in the stores no farther than that; a store of unknown place is not within any radius."""
    near = frozenset(store for store, tenths in distances.items() if tenths <= radius_miles * 10)
    return replace(wanted, stores=near if wanted.stores is None else wanted.stores & near)


def nearest(
    view: View, wanted: Filter, distances: Mapping[int, Tenths], *, descending: bool, offset: int, limit: int
) -> tuple[int, list[int]]:
    """The exact number of wanted items, and the uids at `offset`… by distance."""
    counts = view.count_by(Field.STORE, wanted)
    uids: list[int] = []
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
            uids += _whole_rings(view, wanted, whole) + _of_ring(view, wanted, ring, first, last - first)
            whole = []
    return sum(counts.values()), uids + _whole_rings(view, wanted, whole)


def _rings(counts: Mapping[int, int], distances: Mapping[int, Tenths], *, descending: bool) -> Iterator[Ring]:
    known = sorted((store for store in counts if store in distances), key=distances.__getitem__, reverse=descending)
    for _, stores in groupby(known, key=distances.__getitem__):
        yield _ring(stores, counts)
    if unknown := [store for store in counts if store not in distances]:
        yield _ring(unknown, counts)


def _ring(stores: Iterable[int], counts: Mapping[int, int]) -> Ring:
    members = frozenset(stores)
    return Ring(members, sum(counts[store] for store in members))


def _of_ring(view: View, wanted: Filter, ring: Ring, offset: int, limit: int) -> list[int]:
    inside = replace(wanted, stores=ring.stores)
    return list(view.top(inside, SortKey.PRICE, descending=False, offset=offset, limit=limit)[1])


def _whole_rings(view: View, wanted: Filter, rings: list[Ring]) -> list[int]:
    """All items of several rings with one question: by price first, then stably by ring."""
    if not rings:
        return []
    place = {store: at for at, ring in enumerate(rings) for store in ring.stores}
    everything = Ring(frozenset(place), sum(ring.items for ring in rings))
    uids = _of_ring(view, wanted, everything, 0, everything.items)
    if len(rings) == 1:
        return uids
    entries = view.lookup(uids)
    return sorted(uids, key=lambda uid: place[entries[uid].store_id])
