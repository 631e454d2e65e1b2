"""How many items match: exactly, and as a guess."""

from itertools import islice
from math import prod

from tantivy import Query, Schema, Searcher

from partscounter.search.keywords import AllOf, Expression, Word
from partscounter.search.query import Field, Filter
from partscounter.search.tantivy.queries import any_of
from partscounter.search.tantivy.schema import CURSOR, ITEM

_LINES = range(16)
"""All that there are, and some to come."""
_SAMPLE = 10
"""Of more ids than that only so many are asked how many items they have."""

LARGEST_ID = 2**63 - 1


def count(searcher: Searcher, query: Query) -> int:
    """How many documents match."""
    # Every document has a line. To search for one hit would rate them all: twice the time.
    answer = searcher.aggregate(query, {"all": {"value_count": {"field": Field.LINE.value}}})
    return int(answer["all"]["value"])


def count_items(searcher: Searcher, schema: Schema) -> int:
    """How many items there are, without a look at them."""
    return int(searcher.num_docs) - int(searcher.search(Query.term_query(schema, "kind", CURSOR), 1).count)  # type: ignore[attr-defined]  # absent from the stub, always there


def count_of_lines(searcher: Searcher, schema: Schema, lines: frozenset[int]) -> int | None:
    """How many items are of these lines, by counting those of the others if these are fewer; None where they are not.

    Nearly every search is within one line, and often nearly every item is in it.
    """
    carriers = {line: _carriers(searcher, Field.LINE, line) for line in _LINES}
    if sum(carriers.values()) != _carriers(searcher, "kind", ITEM):
        return None  # there are items of lines unheard of
    others = [line for line, number in carriers.items() if number and line not in lines]
    if sum([carriers[line] for line in others]) * 2 > sum(carriers.values()):
        return None
    items = count_items(searcher, schema)
    return items - count(searcher, any_of(schema, Field.LINE, others)) if others else items


def guess(searcher: Searcher, wanted: Filter, enough: int = 0) -> int:
    """About how many items match, told by the lengths of inverted lists as if no condition knew of another.

    Once it is `enough` or fewer, the rest of the conditions is not looked at. Of use only where a wrong guess costs no
    more than time.
    """
    conditions: tuple[tuple[Field, frozenset[int] | None], ...] = (
        (Field.PART_TYPE, wanted.part_types),
        (Field.MAKE, wanted.makes),
        (Field.MODEL, wanted.models),
        (Field.STORE, wanted.stores),
        (Field.DEALER, wanted.dealers),
    )
    items = max(1, int(searcher.num_docs))
    guessed: float = items if wanted.uids is None else len(wanted.uids)
    for field, ids in conditions:
        if guessed <= enough:
            return int(guessed)
        if ids is not None:
            asked = list(islice(ids, _SAMPLE))
            carriers = sum([_carriers(searcher, field, id_) for id_ in asked])
            guessed *= carriers * len(ids) / max(1, len(asked)) / items
    if wanted.keywords is not None and guessed > enough:
        guessed *= _share_saying(searcher, wanted.keywords, items)
    return int(guessed)


def _carriers(searcher: Searcher, field: str, value: int | str) -> int:
    return int(searcher.doc_freq(field, value)) if isinstance(value, str) or 0 <= value < LARGEST_ID else 0


def _share_saying(searcher: Searcher, expression: Expression, items: int) -> float:
    if isinstance(expression, Word):
        return _carriers(searcher, "words", expression.text) / items
    shares = [_share_saying(searcher, part, items) for part in expression.parts]
    return prod(shares) if isinstance(expression, AllOf) else sum(shares)
