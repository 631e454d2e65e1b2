"""What each question needs of Tantivy at the least, asked of Tantivy directly: the same boolean query, the exact count,
one page. It knows nothing of ties, of hits without a value or of stores that are equally far; the order is its own.
"""

from collections.abc import Callable, Mapping

from tantivy import FieldType, Index, Occur, Order, Query

from benchmarks.search.shapes import Question
from partscounter.search import Filter, Point, SortKey, distances_from
from partscounter.search.keywords import AllOf, Expression, Word
from partscounter.search.tantivy.price_codes import UNKNOWN_PRICE, price_code
from partscounter.search.tantivy.schema import level_field

_MOST_BUCKETS = 60_000
_FEW = 64
"""A set of so many ids is quicker as a union of terms, of more as a set of terms."""
_TOLD = ("store", "price_up")
"""What is told of an item that is looked up."""


class Bare:
    """Tantivy on the files of an index."""

    def __init__(self, index: Index, points: Mapping[int, Point]) -> None:
        self._schema, self._searcher, self._points = index.schema, index.searcher(), points

    def prepared(self, question: Question) -> Callable[[], int]:
        """A call that asks the question; it tells the number of hits, or of values."""
        request = question.request
        if question.uid is not None:
            uid = question.uid
            return lambda: self._look_up(uid)
        if question.counted is not None:
            field = question.counted.value
            return lambda: len(self._counts(self._query(request.wanted), field))
        if request.column == SortKey.DISTANCE:
            return self._nearest(question)
        field, order = _sorted_by(request.column, descending=request.descending)
        size, offset = request.result_size, (request.page_number - 1) * request.result_size
        return lambda: self._page(self._query(request.wanted), size, offset, field, order)

    def _page(self, query: Query, size: int, offset: int, field: str, order: Order) -> int:
        found = self._searcher.search(query, size, offset=offset, order_by_field=field, order=order)
        self._searcher.fast_field_values("uid", [address for _, address in found.hits])
        return int(found.count)  # type: ignore[attr-defined]  # absent from the stub, always there

    def _counts(self, query: Query, field: str) -> list[dict[str, float]]:
        asked = {"field": field, "size": _MOST_BUCKETS, "segment_size": _MOST_BUCKETS}
        return self._searcher.aggregate(query, {"it": {"terms": asked}})["it"]["buckets"]  # type: ignore[no-any-return]

    def _look_up(self, uid: int) -> int:
        found = self._searcher.search(Query.term_query(self._schema, "uid", uid), 1, count=False)
        addresses = [address for _, address in found.hits]
        for field in _TOLD:
            self._searcher.fast_field_values(field, addresses)
        return len(addresses)

    def _nearest(self, question: Question) -> Callable[[], int]:
        """By store first, then one page of the nearest stores that fill it, which are known beforehand."""
        request = question.request
        assert request.origin is not None
        distances = distances_from(request.origin, self._points)
        within = [store for store, far in distances.items() if far <= request.radius_miles * 10]
        # Of a part type it is quicker to count the items of all stores.
        stores = within if request.radius_miles and request.wanted.part_types is None else None
        near = frozenset(within if request.radius_miles else self._points)
        counts = self._near(self._query(request.wanted, stores), near)
        chosen: list[int] = []
        for store in sorted(counts, key=distances.__getitem__):
            chosen.append(store)
            if sum(counts[each] for each in chosen) >= request.result_size:
                break

        def ask() -> int:
            by_store = self._near(self._query(request.wanted, stores), near)
            page = self._query(request.wanted, chosen)
            self._searcher.search(page, request.result_size, count=False, order_by_field="price_up", order=Order.Asc)
            return int(sum(by_store.values()))

        return ask

    def _near(self, query: Query, stores: frozenset[int]) -> dict[float, float]:
        return {one["key"]: one["doc_count"] for one in self._counts(query, "store") if one["key"] in stores}

    def _query(self, wanted: Filter, near: list[int] | None = None) -> Query:
        sets = {
            "line": wanted.lines,
            "part_type": wanted.part_types,
            "make": wanted.makes,
            "model": wanted.models,
            "category": wanted.categories,
            "store": wanted.stores if near is None else near,
        }
        clauses = [self._any(field, sorted(ids)) for field, ids in sets.items() if ids is not None]
        if wanted.year_from is not None:
            clauses.append(self._range("year", wanted.year_from, wanted.year_to))
        if wanted.price_from is not None:
            clauses.append(self._range("price_up", price_code(wanted.price_from) << 32, (UNKNOWN_PRICE << 32) - 1))
        if wanted.keywords is not None:
            clauses.append(self._keywords(wanted.keywords))
        if not clauses:
            return Query.term_query(self._schema, "kind", 1)
        return Query.boolean_query([(Occur.Must, clause) for clause in clauses])

    def _any(self, field: str, ids: list[int]) -> Query:
        if len(ids) > _FEW:
            return Query.term_set_query(self._schema, field, ids)
        terms = [Query.term_query(self._schema, field, id_) for id_ in ids]
        return terms[0] if len(ids) == 1 else Query.boolean_query([(Occur.Should, term) for term in terms])

    def _range(self, field: str, lowest: int | None, highest: int | None) -> Query:
        return Query.range_query(self._schema, field, FieldType.Unsigned, lower_bound=lowest, upper_bound=highest)

    def _keywords(self, expression: Expression) -> Query:
        if isinstance(expression, Word):
            text = expression.text
            exact = Query.term_query(self._schema, "words", text)
            if len(text) < 4:
                return exact
            field, size = ("long_grams", 5) if len(text) >= 5 else ("grams", 4)
            last = len(text) - size
            grams: list[str | tuple[int, str]] = [(at, text[at : at + size]) for at in (*range(0, last, size), last)]
            infix = (
                Query.phrase_query(self._schema, field, grams) if last else Query.term_query(self._schema, field, text)
            )
            return Query.boolean_query([(Occur.Should, exact), (Occur.Should, infix)])
        occur = Occur.Must if isinstance(expression, AllOf) else Occur.Should
        return Query.boolean_query([(occur, self._keywords(part)) for part in expression.parts])


def _sorted_by(column: SortKey, *, descending: bool) -> tuple[str, Order]:
    if column == SortKey.PRICE:
        return ("price_down", Order.Desc) if descending else ("price_up", Order.Asc)
    return level_field(column, 0), Order.Desc if descending else Order.Asc
