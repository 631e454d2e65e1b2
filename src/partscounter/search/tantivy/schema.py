"""How a document lies in Tantivy: the fields, and the integers that carry the sort order.

Tantivy-py sorts by one fast field and leaves ties to chance, and sorting by a text field takes a second at page 1,000.
So every order is made of u64 fields: `price_up` and `price_down` hold price (see `price_codes`) and uid in one number
and are unique; a text column is up to four numbers (see `levels`). `rows` makes them of a document, `order` puts the
parts together.
"""

from functools import cache

from tantivy import Query, Schema, SchemaBuilder

from partscounter.search.query import Field, SortKey
from partscounter.search.tantivy.bands import band_field
from partscounter.search.tantivy.levels import TEXT_LEVELS
from partscounter.search.tantivy.queries import between

VERSION = 6
"""Raise it whenever a field or its meaning changes: an index of another version is not read but rebuilt."""

UID_MASK = 2**32 - 1
CURSOR_UID = -1
"""The document that carries the cursor of its commit."""

ITEM = 1
CURSOR = 2
TEXT_COLUMNS = (
    SortKey.PART_NAME,
    SortKey.MAKE_MODEL,
    SortKey.OEM_NUMBER,
    SortKey.VENDOR_SKU,
    SortKey.DESCRIPTION,
    SortKey.CONDITION,
    SortKey.TYPE,
    SortKey.VENDOR,
)
NUMBER_COLUMNS = (SortKey.YEAR, SortKey.COREPRICE, SortKey.DATE_ADDED)


TYPE_AND_MODEL = "type_and_model"
"""A part type of a model, as `type_of_model` spells it: what people ask for most, and few items even of millions."""


def type_of_model(part_type: int, model: int) -> str:
    """How an index spells it."""
    return f"{part_type}:{model}"


def level_field(column: SortKey, level: int) -> str:
    """The field that holds the `level`-th number of a sort column."""
    return f"by_{column}_{level}"


_OFTEN_EQUAL = (
    SortKey.PART_NAME,
    SortKey.MAKE_MODEL,
    SortKey.OEM_NUMBER,
    SortKey.CONDITION,
    SortKey.TYPE,
    SortKey.VENDOR,
)
FOUND_BY_VALUE = frozenset(level_field(column, level) for column in _OFTEN_EQUAL for level in (0, 1))
"""Fields in which one value is found through an inverted list. In the others it takes a look at every item, which is
well where few are equal: there such a list would be longer than the column."""


_ONLY_COUNTED = (Field.LISTED_MAKE, Field.LISTED_MODEL)
"""Fields that no filter asks for."""


@cache
def column_levels(column: SortKey) -> tuple[str, ...]:
    """The fields of a sort column, the most significant first. ValueError for a column that no index holds."""
    if column in NUMBER_COLUMNS:
        return (level_field(column, 0),)
    if column in TEXT_COLUMNS:
        return tuple(level_field(column, level) for level in range(TEXT_LEVELS))
    raise ValueError(f"no index sorts by {column}")


def build_schema() -> Schema:
    """The fields of an index. `uid` is signed: deleting by an unsigned term deletes nothing, silently."""
    schema = SchemaBuilder()
    schema.add_integer_field("uid", indexed=True, fast=True)
    schema.add_unsigned_field("kind", indexed=True)
    schema.add_unsigned_field("cursor", stored=True)
    for field in Field:
        schema.add_unsigned_field(field, indexed=field not in _ONLY_COUNTED, fast=True)
    for name in ("price_up", "price_down"):
        schema.add_unsigned_field(name, fast=True)
    for column in NUMBER_COLUMNS:
        schema.add_unsigned_field(level_field(column, 0), fast=True)
    for column in TEXT_COLUMNS:
        for level in range(TEXT_LEVELS):
            name = level_field(column, level)
            schema.add_unsigned_field(name, fast=True, indexed=name in FOUND_BY_VALUE)
    for column in (SortKey.PRICE, *NUMBER_COLUMNS, *TEXT_COLUMNS):
        schema.add_unsigned_field(band_field(column), indexed=True)
    schema.add_text_field(TYPE_AND_MODEL, tokenizer_name="raw", index_option="basic")
    schema.add_text_field("vehicle_key", tokenizer_name="raw", index_option="basic")
    schema.add_text_field("words", tokenizer_name="whitespace", index_option="basic")
    for name in ("grams", "long_grams"):
        schema.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    return schema.build()


def equal(schema: Schema, field: str, value: int) -> Query:
    """Documents whose `field`, which is one of a sort column's, is `value`."""
    return Query.term_query(schema, field, value) if field in FOUND_BY_VALUE else between(schema, field, value, value)
