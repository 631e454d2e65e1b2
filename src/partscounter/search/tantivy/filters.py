"""A Filter as a Tantivy query. Every query it makes leaves the cursor's document out."""

from typing import Final, assert_never

from tantivy import Occur, Query, Schema

from partscounter.search.keywords import AllOf, AnyOf, Expression, Word
from partscounter.search.query import LARGEST_PRICE_CENTS, Field, Filter, SortKey
from partscounter.search.tantivy.bands import UNKNOWN_BAND, band_field
from partscounter.search.tantivy.price_codes import price_code
from partscounter.search.tantivy.queries import FEW, FEW_UIDS, any_of, between
from partscounter.search.tantivy.schema import ITEM, TYPE_AND_MODEL, type_of_model
from partscounter.search.tokens import INFIX_LENGTH, LONG_INFIX_LENGTH, infix_grams

LARGEST_YEAR = 2**32
LARGEST_ID = 2**63 - 1
"""The engine refuses numbers that no field can hold; for us they are ids that nothing has."""


_FIELD_OF_SET = {
    "lines": Field.LINE.value,
    "dealers": Field.DEALER.value,
    "stores": Field.STORE.value,
    "part_types": Field.PART_TYPE.value,
    "makes": Field.MAKE.value,
    "models": Field.MODEL.value,
    "categories": Field.CATEGORY.value,
    "vehicle_keys": "vehicle_key",
    "uids": "uid",
}
"""The field that each set of ids in a Filter is about; the sets stand first there, in this order."""
_FIELDS = tuple(_FIELD_OF_SET.values())
_SETS: Final = 9
_REST_OF_EVERYTHING = Filter()[_SETS:]


def compile_filter(schema: Schema, wanted: Filter) -> Query:
    """The query that matches exactly the wanted items."""
    if wanted.matches_nothing():
        return Query.empty_query()
    clauses = []
    if (of_models := _types_of_models(wanted)) is not None:
        clauses.append(any_of(schema, TYPE_AND_MODEL, of_models))
        wanted = wanted._replace(part_types=None, models=None)
    clauses += [
        any_member(schema, field, members)
        for field, members in zip(_FIELDS, wanted[:_SETS], strict=True)
        if members is not None
    ]
    hidden: list[tuple[Occur, Query]] = []
    if wanted[_SETS:] != _REST_OF_EVERYTHING:
        clauses += _range_clauses(schema, wanted)
        hidden = _hidden(schema, wanted)
    if wanted.keywords is not None:
        clauses.append(_keywords(schema, wanted.keywords))
    if not clauses:
        clauses.append(Query.term_query(schema, "kind", ITEM))
    if len(clauses) == 1 and not hidden:
        return clauses[0]
    return Query.boolean_query([(Occur.Must, clause) for clause in clauses] + hidden)


def _types_of_models(wanted: Filter) -> list[str] | None:
    """The wanted part types of the wanted models, which have lists of their own; None without them, or of too many."""
    part_types, models = wanted.part_types, wanted.models
    if part_types is None or models is None or len(part_types) * len(models) > FEW:
        return None
    return [type_of_model(part_type, model) for part_type in sorted(part_types) for model in sorted(models)]


def any_member(schema: Schema, field: str, members: frozenset[int] | frozenset[str]) -> Query:
    """Documents whose `field` is one of `members`; none if there are none, or none that a field can hold."""
    if len(members) == 1:  # nearly every one
        [only] = members
        known = isinstance(only, str) or 0 <= only <= LARGEST_ID
        return Query.term_query(schema, field, only) if known else Query.empty_query()
    stored = [member for member in members if isinstance(member, str) or 0 <= member <= LARGEST_ID]
    stored.sort()
    few = FEW_UIDS if field == "uid" else FEW
    return any_of(schema, field, stored, few) if stored else Query.empty_query()


def _hidden(schema: Schema, wanted: Filter) -> list[tuple[Occur, Query]]:
    hidden = [(Occur.MustNot, compile_filter(schema, excluded)) for excluded in wanted.exclude]
    if _has_any_price(wanted):
        hidden.append((Occur.MustNot, Query.term_query(schema, band_field(SortKey.PRICE), UNKNOWN_BAND)))
    return hidden


def _range_clauses(schema: Schema, wanted: Filter) -> list[Query]:
    clauses = []
    if wanted.year_from is not None or wanted.year_to is not None:
        first, last = wanted.year_from or 1, LARGEST_YEAR if wanted.year_to is None else wanted.year_to
        clauses.append(between(schema, Field.YEAR, _year(first), _year(last, lowest=0)))
    if (wanted.price_from is not None or wanted.price_to is not None) and not _has_any_price(wanted):
        first = price_code(wanted.price_from or 0)
        last = price_code(LARGEST_PRICE_CENTS if wanted.price_to is None else wanted.price_to)
        clauses.append(between(schema, "price_up", first << 32, (last + 1 << 32) - 1))
    return clauses


def _has_any_price(wanted: Filter) -> bool:
    """Whether the bounds leave nothing out but unknown prices. These are found through an inverted list, while a bound
    is a look at every price."""
    return (wanted.price_from is not None or wanted.price_to is not None) and (
        (wanted.price_from or 0) <= 0 and (wanted.price_to is None or wanted.price_to >= LARGEST_PRICE_CENTS)
    )


def _year(year: int, lowest: int = 1) -> int:
    return max(lowest, min(year, LARGEST_YEAR))


def _keywords(schema: Schema, expression: Expression) -> Query:
    match expression:
        case Word(text):
            return _word(schema, text)
        case AllOf(parts):
            return Query.boolean_query([(Occur.Must, _keywords(schema, part)) for part in parts])
        case AnyOf(parts):
            return Query.boolean_query([(Occur.Should, _keywords(schema, part)) for part in parts])
        case _:
            assert_never(expression)


def _word(schema: Schema, text: str) -> Query:
    exact = Query.term_query(schema, "words", text)
    if len(text) < INFIX_LENGTH:
        return exact
    infix = _infix(schema, text)
    return Query.boolean_query([(Occur.Should, exact), (Occur.Should, infix)])


def _infix(schema: Schema, text: str) -> Query:
    """Numbers that contain `text`: that have, as far apart as there, runs of characters that cover it."""
    field, length = ("long_grams", LONG_INFIX_LENGTH) if len(text) >= LONG_INFIX_LENGTH else ("grams", INFIX_LENGTH)
    grams = infix_grams(text, length)
    last = len(grams) - 1
    if not last:
        return Query.term_query(schema, field, grams[0])
    covering: list[str | tuple[int, str]] = [(at, grams[at]) for at in (*range(0, last, length), last)]
    return Query.phrase_query(schema, field, covering)
