"""Pages in the total order of `search.query`, made of searches that each sort by one number.

A page sorted by a column's first number is right except among items that share that number. Items whose equals all lie
within the page are put in order here. Only where equals reach beyond the page, at its head or its tail, the same
question is asked again of just those items, sorted by the column's next number and in the end by price and uid, which
is unique.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from tantivy import DocAddress, Order, Query, Schema, Searcher

from partscounter.search.query import SortKey
from partscounter.search.tantivy.filters import between, both
from partscounter.search.tantivy.schema import (
    NUMBER_COLUMNS,
    TEXT_COLUMNS,
    TEXT_LEVELS,
    UID_MASK,
    UNKNOWN,
    ends_here,
    level_field,
)

SMALL_PAGE = 1_000
"""Up to here, and from the start, the engine counts while it sorts; else the end is looked for first, because the
engine reserves memory for as many hits as it is asked for."""


def column_levels(column: SortKey) -> tuple[str, ...]:
    """The fields of a sort column, the most significant first. ValueError for a column that no index holds."""
    if column in NUMBER_COLUMNS:
        return (level_field(column, 0),)
    if column in TEXT_COLUMNS:
        return tuple(level_field(column, level) for level in range(TEXT_LEVELS))
    raise ValueError(f"no index sorts by {column}")


def count(searcher: Searcher, query: Query) -> int:
    """How many documents match."""
    return int(searcher.search(query, 1).count)  # type: ignore[attr-defined]  # absent from the stub, always there


def by_price(
    searcher: Searcher, query: Query, *, descending: bool = False, offset: int, limit: int
) -> tuple[int, list[int]]:
    """The number of matches, and the uids at `offset`… by price, then id ascending; unknown prices last."""
    field, order, flip = ("price_down", Order.Desc, UID_MASK) if descending else ("price_up", Order.Asc, 0)
    if offset or not 0 < limit <= SMALL_PAGE:
        total = count(searcher, query)
        limit = min(limit, total - offset)
        if limit <= 0:
            return total, []
    found = searcher.search(query, limit, order_by_field=field, order=order, offset=offset)
    total = found.count  # type: ignore[attr-defined]  # absent from the stub, always there
    return total, [(key & UID_MASK) ^ flip for key, _ in found.hits]


def by_column(
    searcher: Searcher, schema: Schema, query: Query, column: SortKey, *, descending: bool, offset: int, limit: int
) -> tuple[int, list[int]]:
    """The same by any other column: as asked, unknown values last, then price and id ascending."""
    pages = _Pages(searcher, schema, column_levels(column), descending)
    total = count(searcher, query)
    limit = min(limit, total - offset)
    if limit <= 0:
        return total, []
    if not descending:
        return total, pages.page(query, 0, offset, limit)
    unknown_only = pages.equal(query, 0, UNKNOWN)
    unknown = count(searcher, unknown_only)
    known = total - unknown
    uids = pages.page(query, 0, offset + unknown, min(limit, known - offset)) if offset < known else []
    if len(uids) < limit:
        uids += by_price(searcher, unknown_only, offset=max(0, offset - known), limit=limit - len(uids))[1]
    return total, uids


Hit = tuple[int, DocAddress]


@dataclass(frozen=True, slots=True)
class _Pages:
    """Pages of one column in one direction."""

    searcher: Searcher
    schema: Schema
    levels: tuple[str, ...]
    descending: bool

    def page(self, query: Query, level: int, offset: int, limit: int) -> list[int]:
        """The uids at `offset`… of the matches, all of which agree in the numbers before `level`."""
        before = 1 if offset else 0
        window = self._hits(query, level, offset - before, before + limit + 1)
        hits = window[before : before + limit]
        if not hits:
            return []
        head: list[int] = []
        tail: list[int] = []
        first, last = hits[0][0], hits[-1][0]
        if before and window[0][0] == first:
            size = _run(hits, first)
            skipped = offset - self._count_before(query, level, first)
            head, hits = self._equals(query, level, first, skipped, size), hits[size:]
        if hits and len(window) > before + limit and window[-1][0] == last:
            size = _run(hits[::-1], last)
            tail, hits = self._equals(query, level, last, 0, size), hits[:-size]
        return head + self._in_order(hits, level) + tail

    def equal(self, query: Query, level: int, value: int) -> Query:
        """Those matches whose number at `level` is `value`."""
        return both(query, between(self.schema, self.levels[level], value, value))

    def _hits(self, query: Query, level: int, offset: int, limit: int) -> list[Hit]:
        order = Order.Desc if self.descending else Order.Asc
        found = self.searcher.search(
            query, limit, count=False, order_by_field=self.levels[level], order=order, offset=offset
        )
        return found.hits

    def _count_before(self, query: Query, level: int, value: int) -> int:
        bounds = (value + 1, UNKNOWN) if self.descending else (0, value - 1)
        if bounds[0] > bounds[1] or bounds[1] < 0:
            return 0
        return count(self.searcher, both(query, between(self.schema, self.levels[level], *bounds)))

    def _equals(self, query: Query, level: int, value: int, offset: int, limit: int) -> list[int]:
        equals = self.equal(query, level, value)
        if level + 1 == len(self.levels) or ends_here(value):
            return by_price(self.searcher, equals, offset=offset, limit=limit)[1]
        return self.page(equals, level + 1, offset, limit)

    def _in_order(self, hits: list[Hit], level: int) -> list[int]:
        """These hits, none of which has an equal elsewhere, in the total order."""
        addresses = [address for _, address in hits]
        prices = [int(key or 0) for key in self.searcher.fast_field_values("price_up", addresses)]
        keys = [[self._directed(value)] for value, _ in hits]
        if len({value for value, _ in hits}) < len(hits):
            for field in self.levels[level + 1 :]:
                for key, value in zip(keys, self.searcher.fast_field_values(field, addresses), strict=True):
                    key.append(self._directed(int(value or 0)))
        return [price & UID_MASK for _, price in sorted(zip(keys, prices, strict=True))]

    def _directed(self, value: int) -> int:
        return -value if self.descending else value


def _run(hits: Sequence[Hit], value: int) -> int:
    return sum(1 for _ in takewhile(lambda hit: hit[0] == value, hits))
