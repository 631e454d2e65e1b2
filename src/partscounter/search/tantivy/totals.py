"""How many items match: exactly, and at most."""

from collections.abc import Sequence

from tantivy import Query, Schema, Searcher

from partscounter.search.keywords import AllOf, AnyOf, Expression, Word
from partscounter.search.query import Field, Filter
from partscounter.search.tantivy.schema import CURSOR
from partscounter.search.tokens import INFIX_LENGTH, infix_grams

_FEW = 50
"""Of more ids than that it is not asked how many items each has."""


def count(searcher: Searcher, query: Query) -> int:
    """How many documents match."""
    # Every document has a line. To search for one hit would rate them all: twice the time.
    answer = searcher.aggregate(query, {"all": {"value_count": {"field": Field.LINE.value}}})
    return int(answer["all"]["value"])


def count_items(searcher: Searcher, schema: Schema) -> int:
    """How many items there are, without a look at them."""
    return int(searcher.num_docs) - int(searcher.search(Query.term_query(schema, "kind", CURSOR), 1).count)  # type: ignore[attr-defined]  # absent from the stub, always there


def at_most(searcher: Searcher, wanted: Filter) -> int:
    """A number that the matches do not exceed, told by the lengths of inverted lists alone."""
    conditions: tuple[tuple[Field, frozenset[int] | None], ...] = (
        (Field.PART_TYPE, wanted.part_types),
        (Field.MAKE, wanted.makes),
        (Field.MODEL, wanted.models),
        (Field.STORE, wanted.stores),
        (Field.DEALER, wanted.dealers),
    )
    bounds = [int(searcher.num_docs)]
    if wanted.uids is not None:
        bounds.append(len(wanted.uids))
    for field, ids in conditions:
        if ids is not None and len(ids) <= _FEW:
            bounds.append(sum(_carriers(searcher, field, id_) for id_ in ids))
    if wanted.keywords is not None:
        bounds.append(_at_most_saying(searcher, wanted.keywords))
    return min(bounds)


def _carriers(searcher: Searcher, field: str, value: int | str) -> int:
    return int(searcher.doc_freq(field, value)) if isinstance(value, str) or 0 <= value < 2**63 else 0


def _at_most_saying(searcher: Searcher, expression: Expression) -> int:
    if isinstance(expression, Word):
        grams = infix_grams(expression.text) if len(expression.text) >= INFIX_LENGTH else []
        infix = min((_carriers(searcher, "grams", gram) for gram in grams), default=0)
        return _carriers(searcher, "words", expression.text) + infix
    bounds = _bounds(searcher, expression)
    return min(bounds) if isinstance(expression, AllOf) else sum(bounds)


def _bounds(searcher: Searcher, expression: AllOf | AnyOf) -> Sequence[int]:
    return [_at_most_saying(searcher, part) for part in expression.parts]
