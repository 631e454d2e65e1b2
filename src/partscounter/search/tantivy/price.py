"""Pages by price: one number tells price and uid, so no two items are equal."""

from tantivy import Order, Query, Searcher

from partscounter.search.tantivy.schema import UID_MASK


def price_page(searcher: Searcher, query: Query, offset: int, limit: int, *, descending: bool = False) -> list[int]:
    """The uids at `offset`… by price, then id ascending; unknown prices last."""
    return price_page_and_count(searcher, query, offset, limit, descending=descending, counts=False)[1]


def price_page_and_count(
    searcher: Searcher, query: Query, offset: int, limit: int, *, descending: bool = False, counts: bool = True
) -> tuple[int, list[int]]:
    """The same, and before it the number of matches; 0 if it is not to be counted."""
    field, order = ("price_down", Order.Desc) if descending else ("price_up", Order.Asc)
    found = searcher.search(query, limit, count=counts, order_by_field=field, order=order, offset=offset)
    total = int(found.count) if counts else 0  # type: ignore[attr-defined]  # absent from the stub, there if asked for
    flip = UID_MASK if descending else 0
    return total, [(key & UID_MASK) ^ flip for key, _ in found.hits]
