"""Sort columns cut into at most some hundred bands in their own order, each found through an inverted list.

Sorting asks the engine to look at every match, which takes long when nearly everything matches. But the first pages lie
in the first bands, and there the engine need look at little else. How many bands are enough is guessed from how many
items each has; whether it was enough is counted, so a wrong guess costs time only.
"""

from collections.abc import Callable, Iterator

from tantivy import Query, Schema, Searcher

from partscounter.search.query import LARGEST_PRICE_CENTS, SortKey
from partscounter.search.tantivy.queries import all_of, any_of

UNKNOWN_BAND = 9_999
"""The band of what is unknown, last in both directions."""

MANY = 10_000
"""Fewer matches are sorted as they are."""

_NOT_ASKED = -1
_SECONDS = 14 * 86_400
_LATEST = 2_000
_STEPS_OF_DOUBLING = 16


def _price_band(cents: int) -> int:
    """Each doubling of the price in sixteen steps."""
    size = max(0, cents.bit_length() - 5)
    return size * _STEPS_OF_DOUBLING + (cents >> size)


def _day_band(seconds: int) -> int:
    """Two weeks; the last is without end, and in the year 2046."""
    return min(seconds // _SECONDS, _LATEST)


def _year_band(year: int) -> int:
    return min(year, 2_200)


def text_band(level: int) -> int:
    """The band of a known text by the first of its numbers (see `schema`): the first two of its twelve symbols."""
    return level // 38**10


_CUT: dict[SortKey, tuple[Callable[[int], int], int]] = {
    SortKey.PRICE: (_price_band, _price_band(LARGEST_PRICE_CENTS)),
    SortKey.COREPRICE: (_price_band, _price_band(LARGEST_PRICE_CENTS)),
    SortKey.DATE_ADDED: (_day_band, _LATEST),
    SortKey.YEAR: (_year_band, 2_200),
}


def band_field(column: SortKey) -> str:
    """The field that holds an item's band in a column."""
    return f"band_{column}"


def band_of(column: SortKey, value: int) -> int:
    """The band of a known value: a price, a year, a time, or the first number of a text."""
    cut, last = _CUT.get(column, (text_band, 38**2))
    return min(cut(value), last)


def bands_in_order(column: SortKey, *, descending: bool) -> range:
    """Every band of known values that there can be, from the first in that direction."""
    last = _CUT.get(column, (text_band, 38**2))[1]
    return range(last, -1, -1) if descending else range(last + 1)


def is_worth_bands(total: int, needed: int) -> bool:
    """Whether the first `needed` of `total` matches are few enough to be looked for in the first bands."""
    return needed * 4 <= total


class BandLengths:
    """How many items each band has in one commit, asked of the engine when first needed.

    Threads may ask at once: they would note the same.
    """

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self._known: dict[str, list[int]] = {}
        self.items = int(searcher.num_docs)

    def of(self, field: str, bands: range) -> Iterator[tuple[int, int]]:
        """Each of the bands and how many items it has, in that order."""
        lengths = self._known.setdefault(field, [_NOT_ASKED] * len(bands))
        for band in bands:
            if lengths[band] == _NOT_ASKED:
                lengths[band] = int(self._searcher.doc_freq(field, band))
            yield band, lengths[band]


def first_bands(
    lengths: BandLengths,
    schema: Schema,
    query: Query,
    column: SortKey,
    *,
    descending: bool,
    total: int,
    needed: int,
    spare: int,
) -> Query | None:
    """Those of the `total` matches of `query` that lie in the first bands, presumably `needed` and `spare`; all of them
    known, and all before every other match. None where it is not worth it."""
    if not is_worth_bands(total, needed):
        return None
    items, field = lengths.items, band_field(column)
    enough = (needed + spare) * items // total
    bands: list[int] = []
    covered = 0
    for band, found in lengths.of(field, bands_in_order(column, descending=descending)):
        if found:
            bands.append(band)
            covered += found
        if covered >= enough:
            return all_of([query, any_of(schema, field, bands)]) if covered * 2 < items else None
    return None
