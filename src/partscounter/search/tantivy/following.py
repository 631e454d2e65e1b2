"""What follows one item in the total order of `search.query`, as a query: the way through a result of any length."""

from tantivy import Occur, Query, Schema, Searcher

from partscounter.search.query import SortKey
from partscounter.search.tantivy.levels import UNKNOWN, ends_here
from partscounter.search.tantivy.queries import all_of, between
from partscounter.search.tantivy.schema import column_levels, equal


def following(searcher: Searcher, schema: Schema, column: SortKey, uid: int, *, descending: bool) -> Query:
    """All items after `uid`. ValueError if it is not in this index."""
    found = searcher.search(Query.term_query(schema, "uid", uid), 1, count=False).hits
    if not found:
        raise ValueError(f"the index holds no item {uid}")
    address = found[0][1]

    def value(field: str) -> int:
        return int(searcher.fast_field_values(field, [address])[0] or 0)

    if column == SortKey.PRICE:
        field = "price_down" if descending else "price_up"
        return _beyond(schema, field, value(field), descending=descending)
    later: list[Query] = []
    alike: list[Query] = []
    for field in column_levels(column):
        number = value(field)
        if number != UNKNOWN:
            later.append(all_of([*alike, _beyond(schema, field, number, descending=descending)]))
            if descending and not alike:
                later.append(equal(schema, field, UNKNOWN))
        alike.append(equal(schema, field, number))
        if ends_here(number):
            break
    later.append(all_of([*alike, _beyond(schema, "price_up", value("price_up"), descending=False)]))
    return Query.boolean_query([(Occur.Should, each) for each in later])


def _beyond(schema: Schema, field: str, number: int, *, descending: bool) -> Query:
    if number == (0 if descending else UNKNOWN):
        return Query.empty_query()
    return between(schema, field, 0, number - 1) if descending else between(schema, field, number + 1, UNKNOWN)
