"""One commit of a Tantivy index, and the questions that can be put to it."""

from typing import Any

from tantivy import Order, Query, Schema, Searcher

from partscounter.search.index import Entry
from partscounter.search.query import Field, Filter, SortKey
from partscounter.search.tantivy.bands import MANY, BandLengths
from partscounter.search.tantivy.filters import any_member, compile_filter
from partscounter.search.tantivy.following import following
from partscounter.search.tantivy.order import Ordered
from partscounter.search.tantivy.price_codes import UNKNOWN_PRICE, cents_of
from partscounter.search.tantivy.queries import FEW, all_of, between
from partscounter.search.tantivy.schema import CURSOR_UID, UID_MASK
from partscounter.search.tantivy.totals import count, count_items, count_of_lines, guess

MOST_BUCKETS = 60_000
"""Tantivy counts by ten values unless told otherwise, and never by more than 65,000 at once."""

LARGEST_ID = 2**63

_FEW_ITEMS = 100_000
"""So many are counted by store sooner in all stores than in many named ones."""

_REMEMBERED = 1_000
"""So many totals, and pages of so many searches: people turn pages and go back, and many ask for the same."""
_LARGEST_REMEMBERED = 100
_EVERYTHING = Filter()
_UNPRICED = UNKNOWN_PRICE << 32
"""The sort key of the first item without a price, whatever its uid."""


class TantivyView:
    """A View (see `search.index`); holds the files of its commit open for as long as it lives."""

    def __init__(self, searcher: Searcher, schema: Schema, most_buckets: int = MOST_BUCKETS, many: int = MANY) -> None:
        self._searcher = searcher
        self._schema = schema
        self._most_buckets = most_buckets
        self._many = many
        self._totals: dict[Filter, int] = {}
        self._pages: dict[tuple[object, ...], tuple[int, list[int]]] = {}
        self._lengths = BandLengths(searcher)

    def count_by(self, field: Field, wanted: Filter) -> dict[int, int]:
        anywhere = _in_any_store(wanted)
        can_be_few = field == Field.STORE and anywhere is not wanted
        if can_be_few and guess(self._searcher, anywhere, _FEW_ITEMS) <= _FEW_ITEMS:
            counts = self._counts(field, anywhere)
            return {store: counts[store] for store in (wanted.stores or counts.keys()) & counts.keys()}
        return self._counts(field, wanted)

    def top(
        self, wanted: Filter, sort: SortKey, *, descending: bool, offset: int, limit: int, after: int | None = None
    ) -> tuple[int, list[int]]:
        if after is not None or not (0 < limit <= _LARGEST_REMEMBERED and _is_small(wanted)):
            return self._top(wanted, sort, descending=descending, offset=offset, limit=limit, after=after)
        asked = (wanted, sort, descending, offset, limit)
        known = self._pages.get(asked)
        if known is None:
            known = self._top(wanted, sort, descending=descending, offset=offset, limit=limit)
            if len(self._pages) >= _REMEMBERED:
                self._pages = {}
            self._pages[asked] = known
        total, uids = known
        return total, list(uids)

    def _top(
        self, wanted: Filter, sort: SortKey, *, descending: bool, offset: int, limit: int, after: int | None = None
    ) -> tuple[int, list[int]]:
        searcher, schema = self._searcher, self._schema
        query = compile_filter(schema, wanted)
        if after is not None:
            query = all_of([query, following(searcher, schema, sort, after, descending=descending)])
        ordered = Ordered(searcher, schema, query, sort, descending, self._lengths, self._many)
        total = self._totals.get(wanted) if after is None else None
        if total is None and limit > 0:
            guessed = guess(searcher, wanted, ordered.enough(offset, limit))
            if ordered.is_best_at_once(guessed, offset, limit):
                return ordered.at_once(offset, limit)
        if total is None:
            total = count(searcher, query) if after is not None else self._total(wanted, query)
        return total, ordered.page(total, offset, limit)

    def lookup(self, wanted: Filter, most: int) -> list[Entry] | None:
        uids = wanted.uids
        if uids is not None and wanted.asks_one_thing():
            return self._entries(any_member(self._schema, "uid", uids), most) if uids else []
        anywhere = _in_any_store(wanted)
        if uids is None and guess(self._searcher, anywhere, (most - 1) // 2) * 2 >= most:
            return None
        found = self._entries(compile_filter(self._schema, anywhere), most)
        members = wanted.stores
        if found is None or members is None or anywhere is wanted:
            return found
        return [one for one in found if one.store_id in members]

    def _entries(self, query: Query, most: int) -> list[Entry] | None:
        """By the seller's price, then id; None if they are more than `most`."""
        hits = self._searcher.search(query, most + 1, count=False, order_by_field="price_up", order=Order.Asc).hits
        if len(hits) > most:
            return None
        # To read a column costs more than the values in it: the key has uid and price.
        stores = self._searcher.fast_field_values("store", [address for _, address in hits])
        return [
            Entry(key & UID_MASK, int(store or 0), None if key >= _UNPRICED else cents_of(key >> 32))
            for (key, _), store in zip(hits, stores, strict=True)
        ]

    def watermark(self) -> int:
        found = self._searcher.search(Query.term_query(self._schema, "uid", CURSOR_UID), 1).hits
        return int(self._searcher.doc(found[0][1])["cursor"][0]) if found else 0

    def _total(self, wanted: Filter, query: Query) -> int:
        total = self._total_at_a_glance(wanted)
        if total is None:
            total = count(self._searcher, query)
        if len(self._totals) >= _REMEMBERED:
            self._totals = {}
        self._totals[wanted] = total
        return total

    def _total_at_a_glance(self, wanted: Filter) -> int | None:
        """How many they are if that takes no look at each of them."""
        if wanted == _EVERYTHING:
            return count_items(self._searcher, self._schema)
        if wanted.lines is None or not wanted.asks_one_thing():
            return None
        return count_of_lines(self._searcher, self._schema, wanted.lines)

    def _counts(self, field: Field, wanted: Filter) -> dict[int, int]:
        return self._count_within(field, compile_filter(self._schema, wanted), 0, LARGEST_ID)

    def _count_within(self, field: Field, query: Query, lowest: int, highest: int) -> dict[int, int]:
        """Counts by the values from `lowest` to `highest`, which is halved where the engine would cut the list.

        `query` matches only documents with such a value, but these may carry others as well: an item has two makes.
        """
        if lowest == highest:
            alone = count(self._searcher, query)
            return {lowest: alone} if alone else {}
        asked: dict[str, Any] = {"field": field.value, "size": self._most_buckets, "segment_size": self._most_buckets}
        answer = self._searcher.aggregate(query, {"values": {"terms": asked}})["values"]
        buckets = answer["buckets"]
        if lowest or highest < LARGEST_ID:
            buckets = [one for one in buckets if lowest <= one["key"] <= highest]
        within = {int(one["key"]): one["doc_count"] for one in buckets}
        if not answer["sum_other_doc_count"]:
            return within
        middle = min(sorted(within)[len(within) // 2] if within else (lowest + highest) // 2, highest - 1)
        counts: dict[int, int] = {}
        for start, end in ((lowest, middle), (middle + 1, highest)):
            counts |= self._count_within(field, all_of([query, between(self._schema, field, start, end)]), start, end)
        return counts


def _is_small(wanted: Filter) -> bool:
    """Whether it may be remembered: it names no hundreds of items or stores."""
    return wanted.uids is None and (wanted.stores is None or len(wanted.stores) <= FEW)


def _in_any_store(wanted: Filter) -> Filter:
    """`wanted` without its stores if these are many: many inverted lists, and quicker left out where few items are
    wanted; itself if not."""
    return wanted if wanted.stores is None or len(wanted.stores) <= FEW else wanted._replace(stores=None)
