"""The face of the search: a request with ids resolved, a page of uids with exact totals."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from partscounter.search.distance import Distances, Tenths, distances_from, in_order, nearest, within_radius
from partscounter.search.index import IndexReader, View, entries_of
from partscounter.search.places import Point
from partscounter.search.price_groups import PriceRule
from partscounter.search.priced import PricedView
from partscounter.search.query import Field, Filter, SortKey

CHUNKS = (1_000, 20_000)
"""How many hits a stream asks for: the first time, for a quick start, and after that."""

REMEMBERED_ORIGINS = 64
"""For how many places the distances of all stores are kept; 3,000 stores take a quarter of a megabyte each."""

StorePoints = Callable[[], Mapping[int, Point]]
"""Where the stores are, by store id; a store of unknown place is left out. Called for every request with an origin;
what it has answered may not change any more."""


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What to find and how to page it (inventory.md, Search)."""

    wanted: Filter
    sort: SortKey | None = None
    """None is the default: by price, or by distance where there is an origin. So is DISTANCE without an origin."""
    descending: bool = False
    origin: Point | None = None
    radius_miles: float = 0
    """0 is any distance; ignored without an origin."""
    page_number: int = 1
    result_size: int = 25
    prices: tuple[PriceRule, ...] = ()
    """What the items cost the one who asks, where that is not the seller's price; in force wherever price sorts."""

    def __post_init__(self) -> None:
        if self.page_number < 1 or self.result_size < 1:
            raise ValueError("pages count from 1 and hold at least one result")

    @property
    def column(self) -> SortKey:
        """The sort column in force."""
        if self.sort is None or (self.sort == SortKey.DISTANCE and self.origin is None):
            return SortKey.PRICE if self.origin is None else SortKey.DISTANCE
        return self.sort


Miles = tuple[Decimal | None, ...]
"""How far hits are; None where the place of the store is not known."""


class Hit(NamedTuple):
    """A found item, and how far its store is in miles to one place; None without an origin or a known place."""

    uid: int
    distance: Decimal | None


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The hits of one page, with the exact totals of the search; beyond the end there are no hits."""

    total: int
    pages: int
    uids: tuple[int, ...]
    miles: Miles | None
    """Of each hit; None without an origin."""

    @property
    def hits(self) -> tuple[Hit, ...]:
        return _hits(self.uids, self.miles)


@dataclass(frozen=True, slots=True)
class SearchStream:
    """Every hit in order, all from the commit that `total` was counted in; can be walked once."""

    total: int
    hits: Iterator[Hit]


class Search:
    """Searches the index of `reader`; for any number of threads. Every call refuses with IndexMissing without one."""

    def __init__(self, reader: IndexReader, store_points: StorePoints, chunks: tuple[int, int] = CHUNKS) -> None:
        self._chunks = chunks
        self._reader = reader
        self._store_points = store_points
        self._remembered: dict[Point, tuple[Mapping[int, Point], Distances]] = {}

    def search(self, request: SearchRequest, view: View | None = None) -> SearchPage:
        """One page; of `view`, or of the newest commit."""
        offset = (request.page_number - 1) * request.result_size
        total, uids, miles = self._start(request, view).page(offset, request.result_size)
        return SearchPage(total, -(-total // request.result_size), uids, miles)

    def stream(self, request: SearchRequest) -> SearchStream:
        """All pages as one (`result_size=all`); `page_number` and `result_size` do not matter."""
        run = self._start(request)
        total, first = run.hits(0, self._chunks[0])
        return SearchStream(total, run.all_after(first, self._chunks[1]))

    def counts(self, field: Field, request: SearchRequest, view: View | None = None) -> dict[int, int]:
        """Which values of `field` the hits of all pages have, and how many hits each; of `view`, or newest commit."""
        run = self._start(request, view)
        return run.view.count_by(field, run.wanted)

    def available(self, field: Field, wanted: Filter) -> dict[int, int]:
        """Which values of `field` the wanted items have, and how many items each: lists, suggested part types."""
        return self._reader.view().count_by(field, wanted)

    def view(self) -> View:
        """The newest commit, for several questions that have to agree."""
        return self._reader.view()

    def _start(self, request: SearchRequest, given: View | None = None) -> "_Run":
        view = self._reader.view() if given is None else given
        if request.prices:
            view = PricedView(view, request.prices)
        if request.origin is None:
            return _Run(view, request.wanted, request, None)
        distances = self._distances(request.origin)
        wanted = request.wanted
        if request.radius_miles > 0:
            wanted = within_radius(wanted, distances, request.radius_miles)
        return _Run(view, wanted, request, distances)

    def _distances(self, origin: Point) -> Distances:
        """Worked out once per place, until a store moves."""
        points = self._store_points()
        known = self._remembered.get(origin)
        if known is not None and known[0] is points:
            return known[1]
        if known is None or known[0] != points:
            known = (points, in_order(distances_from(origin, points)))
        if origin not in self._remembered and len(self._remembered) >= REMEMBERED_ORIGINS:
            self._remembered = {}
        self._remembered[origin] = points, known[1]
        return known[1]


@dataclass(frozen=True, slots=True)
class _Run:
    """One request on one commit."""

    view: View
    wanted: Filter
    request: SearchRequest
    distances: Distances | None
    """None without an origin."""

    def page(self, offset: int, limit: int) -> tuple[int, tuple[int, ...], Miles | None]:
        """The number of all hits, and those at `offset`… with how far they are."""
        column, descending = self.request.column, self.request.descending
        if column == SortKey.DISTANCE and self.distances is not None:
            total, found = nearest(
                self.view, self.wanted, self.distances, descending=descending, offset=offset, limit=limit
            )
            return total, tuple([uid for uid, _ in found]), tuple([_miles(tenths) for _, tenths in found])
        total, uids = self.view.top(self.wanted, column, descending=descending, offset=offset, limit=limit)
        return total, tuple(uids), self._miles_to(uids)

    def hits(self, offset: int, limit: int) -> tuple[int, tuple[Hit, ...]]:
        """The same as hits."""
        total, uids, miles = self.page(offset, limit)
        return total, _hits(uids, miles)

    def all_after(self, first: tuple[Hit, ...], chunk: int) -> Iterator[Hit]:
        """All hits, of which `first` are the first; never more than `chunk` of them held at once."""
        hits, number = first, len(first)
        while hits:
            yield from hits
            hits = self._following(number, hits[-1].uid, chunk)
            number += len(hits)

    def _following(self, number: int, last: int, limit: int) -> tuple[Hit, ...]:
        """The next chunk after the first `number` hits, the last of which is `last`."""
        column, descending = self.request.column, self.request.descending
        if column == SortKey.DISTANCE or (column == SortKey.PRICE and self.request.prices):
            # These orders are made above the engine, which is asked for a few groups and not for all that lies before.
            return self.hits(number, limit)[1]
        uids = self.view.top(self.wanted, column, descending=descending, offset=0, limit=limit, after=last)[1]
        return _hits(uids, self._miles_to(uids))

    def _miles_to(self, uids: Sequence[int]) -> Miles | None:
        if self.distances is None:
            return None
        entries, of_store = entries_of(self.view, uids), self.distances.of_store
        return tuple([_miles(of_store.get(entries[uid].store_id)) for uid in uids])


def _hits(uids: Sequence[int], miles: Miles | None) -> tuple[Hit, ...]:
    return tuple([Hit(uid, None) for uid in uids]) if miles is None else tuple(map(Hit, uids, miles))


def _miles(tenths: Tenths | None) -> Decimal | None:
    return None if tenths is None else Decimal(tenths).scaleb(-1)
