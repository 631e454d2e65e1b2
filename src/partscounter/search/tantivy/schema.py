"""How a document lies in Tantivy: the fields, and the integers that carry the sort order.

Tantivy-py sorts by one fast field and leaves ties to chance, and sorting by a text field takes a second at page 1,000.
So every order is made of u64 fields: `price_up` and `price_down` hold price (see `price_codes`) and uid in one number
and are unique; a text column is up to four numbers of 12 characters each (base 38: end, blank, digits, letters),
written as far as the text goes. `rows` makes them of a document, `order` puts the parts together.
"""

from functools import cache
from struct import Struct

from tantivy import Query, Schema, SchemaBuilder

from partscounter.kit.text import fold
from partscounter.search.query import SORTED_TEXT, Field, SortKey
from partscounter.search.tantivy.bands import band_field
from partscounter.search.tantivy.queries import between

VERSION = 4
"""Raise it whenever a field or its meaning changes: an index of another version is not read but rebuilt."""

UNKNOWN = 2**64 - 1
"""Sorts after every known value."""

UID_MASK = 2**32 - 1
CURSOR_UID = -1
"""The document that carries the cursor of its commit."""

ITEM = 1
CURSOR = 2
SYMBOLS = 38
_OF_FOUR = SYMBOLS**4
CHARACTERS = 12
TEXT_LEVELS = SORTED_TEXT // CHARACTERS
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

_SYMBOLS = bytes.maketrans(b" 0123456789abcdefghijklmnopqrstuvwxyz", bytes(range(1, SYMBOLS)))
"""What each character counts; the end of a text counts 0."""
_COUNTS = range(TEXT_LEVELS + 1)
_EVERY_OTHER_BYTE = [int.from_bytes(b"\0\xff" * (CHARACTERS // 2 * count)) for count in _COUNTS]
_EVERY_OTHER_PAIR = [int.from_bytes(b"\0\0\xff\xff" * (CHARACTERS // 4 * count)) for count in _COUNTS]
_FOURS = [Struct(f">{CHARACTERS // 4 * count}I") for count in _COUNTS]
"""By the count of numbers that a text is made into."""


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
    schema.add_text_field("vehicle_key", tokenizer_name="raw", index_option="basic")
    schema.add_text_field("words", tokenizer_name="whitespace", index_option="basic")
    schema.add_text_field("grams", tokenizer_name="whitespace", index_option="position")
    return schema.build()


def text_levels(text: str) -> tuple[int, ...]:
    """`text` as numbers that compare, one after the other, as its folded form does; UNKNOWN for an empty one."""
    # A number of a part is as it is; every other text is folded.
    is_plain = len(text) <= SORTED_TEXT and text.isascii() and text.isalnum()
    folded = text.lower() if is_plain else _start_of_folded(text)
    if not folded:
        return (UNKNOWN,)
    count = min(len(folded) // CHARACTERS + 1, TEXT_LEVELS)
    symbols = folded.encode().translate(_SYMBOLS).ljust(CHARACTERS * count, b"\0")
    # All symbols at once, as digits of one long number: neighbours become one, then pairs, then there are few left.
    pairs = _joined(int.from_bytes(symbols), 8, _EVERY_OTHER_BYTE[count], SYMBOLS)
    fours = _joined(pairs, 16, _EVERY_OTHER_PAIR[count], SYMBOLS**2)
    each = iter(_FOURS[count].unpack(fours.to_bytes(CHARACTERS * count)))
    return tuple(
        [(first * _OF_FOUR + second) * _OF_FOUR + third for first, second, third in zip(each, each, each, strict=True)]
    )


def _joined(digits: int, bits: int, every_other: int, base: int) -> int:
    """Each two neighbours, of so many bits, as one digit of twice as many."""
    return (digits >> bits & every_other) * base + (digits & every_other)


def _start_of_folded(text: str) -> str:
    """The first characters of the folded text; of a long text, if possible, without folding all of it."""
    folded = fold(text[: 2 * SORTED_TEXT])
    if len(folded) <= SORTED_TEXT < len(text):
        folded = fold(text)
    return folded[:SORTED_TEXT]


def ends_here(level: int) -> bool:
    """Whether the text ends within this number, so that no further one is written."""
    return level == UNKNOWN or level % SYMBOLS == 0


def equal(schema: Schema, field: str, value: int) -> Query:
    """Documents whose `field`, which is one of a sort column's, is `value`."""
    return Query.term_query(schema, field, value) if field in FOUND_BY_VALUE else between(schema, field, value, value)
