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
from partscounter.search.tantivy.bands import first_bands
from partscounter.search.tantivy.queries import all_of, between
from partscounter.search.tantivy.schema import UID_MASK, UNKNOWN, column_levels, ends_here, equal
from partscounter.search.tantivy.totals import count


def by_price(
    searcher: Searcher, schema: Schema, query: Query, total: int, *, descending: bool = False, offset: int, limit: int
) -> list[int]:
    """The uids at `offset`… of the `total` matches by price, then id ascending; unknown prices last."""
    # The engine reserves memory for as many hits as it is asked for, so never for more than there are.
    limit = min(limit, total - offset)
    if limit <= 0:
        return []
    field, order, flip = ("price_down", Order.Desc, UID_MASK) if descending else ("price_up", Order.Asc, 0)
    first = first_bands(
        searcher, schema, query, SortKey.PRICE, descending=descending, total=total, needed=offset + limit
    )
    hits: list[Hit] = []
    for asked in (query,) if first is None else (first, query):
        hits = searcher.search(asked, limit, count=False, order_by_field=field, order=order, offset=offset).hits
        if len(hits) == limit:
            break
    return [(key & UID_MASK) ^ flip for key, _ in hits]


def by_price_at_once(searcher: Searcher, query: Query, *, descending: bool, limit: int) -> tuple[int, list[int]]:
    """The number of matches, which are few, and the first uids by price: one question."""
    field, order, flip = ("price_down", Order.Desc, UID_MASK) if descending else ("price_up", Order.Asc, 0)
    found = searcher.search(query, limit, order_by_field=field, order=order)
    total = int(found.count)  # type: ignore[attr-defined]  # absent from the stub, always there
    return total, [(key & UID_MASK) ^ flip for key, _ in found.hits]


def by_column(
    searcher: Searcher,
    schema: Schema,
    query: Query,
    column: SortKey,
    total: int,
    *,
    descending: bool,
    offset: int,
    limit: int,
) -> list[int]:
    """The same by any other column: as asked, unknown values last, then price and id ascending."""
    pages = _Pages(searcher, schema, column_levels(column), descending)
    limit = min(limit, total - offset)
    if limit <= 0:
        return []
    first = first_bands(searcher, schema, query, column, descending=descending, total=total, needed=offset + limit)
    if first is not None and len(uids := pages.page(first, 0, offset, limit)) == limit:
        return uids
    return pages.unknown_last(query, total, offset, limit) if descending else pages.page(query, 0, offset, limit)


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

    def unknown_last(self, query: Query, total: int, offset: int, limit: int) -> list[int]:
        """Descending, what is unknown comes first from the engine, and last in the order."""
        unknown_only = self.equal(query, 0, UNKNOWN)
        unknown = count(self.searcher, unknown_only)
        known = total - unknown
        uids = self.page(query, 0, offset + unknown, min(limit, known - offset)) if offset < known else []
        if len(uids) == limit:
            return uids
        rest, begin = limit - len(uids), max(0, offset - known)
        return uids + by_price(self.searcher, self.schema, unknown_only, unknown, offset=begin, limit=rest)

    def equal(self, query: Query, level: int, value: int) -> Query:
        """Those matches whose number at `level` is `value`."""
        return all_of([query, equal(self.schema, self.levels[level], value)])

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
        return count(self.searcher, all_of([query, between(self.schema, self.levels[level], *bounds)]))

    def _equals(self, query: Query, level: int, value: int, offset: int, limit: int) -> list[int]:
        equals = self.equal(query, level, value)
        if level + 1 == len(self.levels) or ends_here(value):
            total = count(self.searcher, equals)
            return by_price(self.searcher, self.schema, equals, total, offset=offset, limit=limit)
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
