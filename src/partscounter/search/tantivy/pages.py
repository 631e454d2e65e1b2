"""Pages sorted by the numbers of a column (see `schema`), the later ones where the earlier ones are equal.

A page sorted by a column's first number is right except among items that share that number. So a little more than the
page is asked for: items whose equals all lie within are put in order here. Only where equals reach beyond, at its head
or its tail, the same question is asked again of just those items, sorted by the column's next number and in the end by
price and uid, which is unique.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from tantivy import DocAddress, Order, Query, Schema, Searcher, SearchResult

from partscounter.search.tantivy.levels import UNKNOWN, ends_here
from partscounter.search.tantivy.price import price_page
from partscounter.search.tantivy.queries import all_of, between
from partscounter.search.tantivy.schema import UID_MASK, equal
from partscounter.search.tantivy.totals import count

MARGIN = 24
"""So many hits before and after a page are looked at, for the equals of its first and last item. More cost every
question something, and fewer cost a question more where there are more equals."""

Hit = tuple[int, DocAddress]


@dataclass(frozen=True, slots=True)
class Window:
    """Hits in the engine's order, from the place `start` on."""

    hits: Sequence[Hit]
    start: int


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages of one column in one direction. Whoever asks knows that so many matches are there."""

    searcher: Searcher
    schema: Schema
    levels: tuple[str, ...]
    descending: bool

    def page(self, query: Query, level: int, offset: int, limit: int) -> list[int]:
        """The uids at `offset`… of the matches, all of which agree in the numbers before `level`."""
        start = max(0, offset - MARGIN)
        window = self.ask(query, level, start, offset - start + limit + MARGIN).hits
        return self.of_window(query, level, Window(window, start), offset, limit)

    def of_window(self, query: Query, level: int, seen: Window, offset: int, limit: int) -> list[int]:
        """The same, from what was seen around the page: all of it, and up to MARGIN hits beyond."""
        window, start = seen.hits, seen.start
        inside = list(window[offset - start : offset - start + limit])
        if not inside:
            return []
        first, last = inside[0][0], inside[-1][0]
        reaches_before = start > 0 and window[0][0] == first
        reaches_beyond = len(window) == offset - start + limit + MARGIN and window[-1][0] == last
        if first == last and (reaches_before or reaches_beyond):
            begin = self._count_before(query, level, first) if reaches_before else start + _place(window, {first})
            return self._equals(query, level, first, offset - begin, len(inside))
        head: list[int] = []
        tail: list[int] = []
        if reaches_before:
            size = _run(inside, first)
            head = self._equals(query, level, first, offset - self._count_before(query, level, first), size)
            inside = inside[size:]
        if reaches_beyond:
            size = _run(inside[::-1], last)
            tail, inside = self._equals(query, level, last, 0, size), inside[:-size]
        return head + self._within(window, inside, offset - start + len(head), level) + tail

    def unknown_last(self, query: Query, total: int, offset: int, limit: int) -> list[int]:
        """Descending, what is unknown comes first from the engine, and last in the order."""
        unknown_only = self._equal(query, 0, UNKNOWN)
        unknown = count(self.searcher, unknown_only)
        known = total - unknown
        uids = self.page(query, 0, offset + unknown, min(limit, known - offset)) if offset < known else []
        if len(uids) < limit and unknown:
            uids += price_page(self.searcher, unknown_only, max(0, offset - known), limit - len(uids))
        return uids

    def ask(self, query: Query, level: int, offset: int, limit: int, *, counts: bool = False) -> SearchResult:
        """The hits at `offset`… by the number at `level` alone; equals stand by chance."""
        order = Order.Desc if self.descending else Order.Asc
        field = self.levels[level]
        return self.searcher.search(query, limit, count=counts, order_by_field=field, order=order, offset=offset)

    def _within(self, window: Sequence[Hit], inside: Sequence[Hit], place: int, level: int) -> list[int]:
        """Those hits of the page, from `place` of the window on, whose equals are all in the window."""
        values = {value for value, _ in inside}
        if not values:
            return []
        known = [hit for hit in window if hit[0] in values]
        begin = place - _place(window, values)
        return self._in_order(known, level)[begin : begin + len(inside)]

    def _in_order(self, hits: Sequence[Hit], level: int) -> list[int]:
        """These hits, none of which has an equal elsewhere, in the total order."""
        addresses = [address for _, address in hits]
        prices = self.searcher.fast_field_values("price_up", addresses)
        last = [value for value, _ in hits]
        groups = [list(group) for _, group in groupby(range(len(hits)), key=last.__getitem__)]
        for field in self.levels[level + 1 :]:
            # To read a column costs more than all the rest here, and most texts differ, or end, in their first number.
            alike = [at for group in groups if len(group) > 1 and not ends_here(last[group[0]]) for at in group]
            if not alike:
                break
            values = self.searcher.fast_field_values(field, [addresses[at] for at in alike])
            for at, value in zip(alike, values, strict=True):
                last[at] = int(value or 0)
            groups = [part for group in groups for part in self._parted(group, last)]
        keys = [int(price or 0) for price in prices]
        return [keys[at] & UID_MASK for group in groups for at in sorted(group, key=keys.__getitem__)]

    def _parted(self, group: list[int], values: Sequence[int]) -> Iterable[list[int]]:
        """Places that were alike so far, in groups of equal value, in the order of the values."""
        if len({values[at] for at in group}) == 1:
            return (group,)
        ordered = sorted(group, key=values.__getitem__, reverse=self.descending)
        return [list(equals) for _, equals in groupby(ordered, key=values.__getitem__)]

    def _equal(self, query: Query, level: int, value: int) -> Query:
        return all_of([query, equal(self.schema, self.levels[level], value)])

    def _equals(self, query: Query, level: int, value: int, offset: int, limit: int) -> list[int]:
        """Of those matches whose number at `level` is `value`, the uids at `offset`…"""
        equals = self._equal(query, level, value)
        if level + 1 == len(self.levels) or ends_here(value):
            return price_page(self.searcher, equals, offset, limit)
        return self.page(equals, level + 1, offset, limit)

    def _count_before(self, query: Query, level: int, value: int) -> int:
        bounds = (value + 1, UNKNOWN) if self.descending else (0, value - 1)
        if bounds[0] > bounds[1] or bounds[1] < 0:
            return 0
        return count(self.searcher, all_of([query, between(self.schema, self.levels[level], *bounds)]))


def _run(hits: Sequence[Hit], value: int) -> int:
    return sum(1 for _ in takewhile(lambda hit: hit[0] == value, hits))


def _place(window: Sequence[Hit], values: set[int]) -> int:
    """Where in the window the first of these values stands."""
    return next(place for place, hit in enumerate(window) if hit[0] in values)
