"""Pages in the total order of `search.query`, by the way that takes the least time."""

from dataclasses import dataclass

from tantivy import Query, Schema, Searcher

from partscounter.search.query import SortKey
from partscounter.search.tantivy.bands import MANY, BandLengths, first_bands, is_worth_bands
from partscounter.search.tantivy.levels import UNKNOWN
from partscounter.search.tantivy.pages import MARGIN, Pages, Window
from partscounter.search.tantivy.price import price_page, price_page_and_count
from partscounter.search.tantivy.schema import column_levels

AT_ONCE = 10
"""Of so many times the number from which the first bands are looked in first, and fewer, a page is had sooner together
with the count."""

FIRST_PAGES = 2_000
"""Up to that place the engine reserves little memory, however few matches there are."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """The matches of `query` by one column, as asked: unknown values last, then price and id ascending.

    The engine reserves memory for as many hits as it is asked for, which is why `page` has to know how many there are.
    """

    searcher: Searcher
    schema: Schema
    query: Query
    column: SortKey
    descending: bool
    lengths: BandLengths
    many: int = MANY
    """From so many matches on it is worth looking in the first bands first."""

    def is_best_at_once(self, guessed: int, offset: int, limit: int) -> bool:
        """Whether, of about so many matches, a page with their number is had soonest by one question."""
        needed = offset + limit
        if limit <= 0 or (needed > FIRST_PAGES and (self._looks_from_the_start or needed > guessed)):
            return False
        return guessed <= AT_ONCE * self.many or (needed > FIRST_PAGES and not is_worth_bands(guessed, needed))

    def enough(self, offset: int, limit: int) -> int:
        """Of so many matches and fewer, it makes no difference for this page how many they are."""
        return AT_ONCE * self.many if offset + limit <= FIRST_PAGES else 0

    def at_once(self, offset: int, limit: int) -> tuple[int, list[int]]:
        """The number of matches and a page with one question: the quickest way to the first pages of few."""
        if self.column == SortKey.PRICE:
            return price_page_and_count(self.searcher, self.query, offset, limit, descending=self.descending)
        pages = self._pages
        start = 0 if self._looks_from_the_start else max(0, offset - MARGIN)
        found = pages.ask(self.query, 0, start, offset - start + limit + MARGIN, counts=True)
        total = int(found.count)  # type: ignore[attr-defined]  # absent from the stub, there if asked for
        if self.descending and found.hits and found.hits[0][0] == UNKNOWN:
            return total, pages.unknown_last(self.query, total, offset, limit)
        return total, pages.of_window(self.query, 0, Window(found.hits, start), offset, limit)

    def page(self, total: int, offset: int, limit: int) -> list[int]:
        """The uids at `offset`… of the `total` matches."""
        limit = min(limit, total - offset)
        if limit <= 0:
            return []
        first = self._first_bands(total, offset + limit)
        if first is not None and len(uids := self._page_of(first, offset, limit)) == limit:
            return uids
        if self._looks_from_the_start:
            return self._pages.unknown_last(self.query, total, offset, limit)
        return self._page_of(self.query, offset, limit)

    def _page_of(self, query: Query, offset: int, limit: int) -> list[int]:
        if self.column != SortKey.PRICE:
            return self._pages.page(query, 0, offset, limit)
        return price_page(self.searcher, query, offset, limit, descending=self.descending)

    def _first_bands(self, total: int, needed: int) -> Query | None:
        if total < self.many:
            return None
        return first_bands(
            self.lengths,
            self.schema,
            self.query,
            self.column,
            descending=self.descending,
            total=total,
            needed=needed,
            # The matches may be rarer in the first bands than elsewhere.
            spare=self.many // 50,
        )

    @property
    def _looks_from_the_start(self) -> bool:
        """Descending, what is unknown stands before the page, and it shows in the first hit whether there is any."""
        return self.descending and self.column != SortKey.PRICE

    @property
    def _pages(self) -> Pages:
        return Pages(self.searcher, self.schema, column_levels(self.column), self.descending)
