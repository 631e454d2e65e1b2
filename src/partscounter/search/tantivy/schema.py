"""How a document lies in Tantivy: the fields, and the integers that carry the sort order.

Tantivy-py sorts by one fast field and leaves ties to chance, and sorting by a text field takes a second at page 1,000.
So every order is made of u64 fields: `price_up` and `price_down` hold price and uid in one number and are unique; a
text column is up to four numbers of 12 characters each (base 38: end, blank, digits, letters), written as far as the
text goes. `order` puts the parts together.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

from tantivy import Query, Schema, SchemaBuilder

from partscounter.kit.text import fold
from partscounter.search.document import Document
from partscounter.search.query import LARGEST_PRICE_CENTS, SORTED_TEXT, Field, SortKey
from partscounter.search.tantivy.bands import UNKNOWN_BAND, band_field, band_of
from partscounter.search.tantivy.queries import between
from partscounter.search.tokens import document_words, infix_grams, squashed_numbers

VERSION = 2
"""Raise it whenever a field or its meaning changes: an index of another version is not read but rebuilt."""

UNKNOWN = 2**64 - 1
"""Sorts after every known value."""

UID_MASK = 2**32 - 1
UNKNOWN_PRICE = 2**32 - 1
CURSOR_UID = -1
"""The document that carries the cursor of its commit."""

ITEM = 1
CURSOR = 2
SYMBOLS = 38
CHARACTERS = 12
TEXT_LEVELS = SORTED_TEXT // CHARACTERS
BETWEEN_NUMBERS = "|"
"""A token that keeps the runs of two part numbers from following each other."""

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

_END = "\0"
_DIGITS = {_END: 0, " ": 1} | {symbol: at for at, symbol in enumerate("0123456789abcdefghijklmnopqrstuvwxyz", start=2)}
_RUN_VALUES = SYMBOLS**3


class _Runs(dict[str, int]):
    """Every three symbols as a number, worked out when first met."""

    def __missing__(self, run: str) -> int:
        first, second, third = (_DIGITS[symbol] for symbol in run)
        self[run] = number = (first * SYMBOLS + second) * SYMBOLS + third
        return number


_RUNS = _Runs()

Row = Mapping[str, int | str | list[int]]


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
        schema.add_unsigned_field(field, indexed=True, fast=True)
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


def to_row(document: Document) -> Row:
    """The document's fields by name."""
    return {
        "uid": document.uid,
        "kind": ITEM,
        "line": document.line,
        "dealer": document.dealer_id,
        "store": document.store_id,
        "part_type": document.part_type_id,
        "make": sorted(set(document.make_ids)),
        "model": sorted(set(document.model_ids)),
        "category": document.category_id,
        "year": document.year,
        "vehicle_key": document.vehicle_key,
        **_keyword_fields(document),
        **_sort_fields(document),
    }


def cursor_row(cursor: int) -> Row:
    """The document that says up to where the log has been applied."""
    return {"uid": CURSOR_UID, "kind": CURSOR, "cursor": cursor}


def text_levels(text: str) -> tuple[int, ...]:
    """`text` as numbers that compare, one after the other, as its folded form does; UNKNOWN for an empty one."""
    folded = _start_of_folded(text)
    if not folded:
        return (UNKNOWN,)
    starts = range(0, min(len(folded), SORTED_TEXT - 1) + 1, CHARACTERS)
    return tuple([_level(folded[start : start + CHARACTERS]) for start in starts])


def _fields_of(column: SortKey) -> Callable[[str], Mapping[str, int]]:
    """The numbers of a text by field, as a value of that column."""
    names, band = [level_field(column, level) for level in range(TEXT_LEVELS)], band_field(column)

    def fields(text: str) -> Mapping[str, int]:
        levels = text_levels(text)
        found = dict(zip(names, levels, strict=False))  # a short text has fewer levels
        found[band] = _band(column, levels[0])
        return found

    # Remembered where most texts come again. The others would only drive these out.
    return fields if column in _OF_ONE_ITEM else lru_cache(maxsize=5_000)(fields)


_OF_ONE_ITEM = (SortKey.OEM_NUMBER, SortKey.VENDOR_SKU, SortKey.DESCRIPTION)
_TEXT_FIELDS = [_fields_of(column) for column in TEXT_COLUMNS]


@lru_cache(maxsize=5_000)
def _number_fields(column: SortKey, number: int | None) -> Mapping[str, int]:
    """Remembered: items of one import have one moment, and most have one of few years."""
    value = UNKNOWN if number is None else max(0, number)
    return {level_field(column, 0): value, band_field(column): _band(column, value)}


def _band(column: SortKey, value: int) -> int:
    return UNKNOWN_BAND if value == UNKNOWN else band_of(column, value)


def _start_of_folded(text: str) -> str:
    """The first characters of the folded text; of a long text, if possible, without folding all of it."""
    folded = fold(text[: 2 * SORTED_TEXT])
    if len(folded) <= SORTED_TEXT < len(text):
        folded = fold(text)
    return folded[:SORTED_TEXT]


def _level(symbols: str) -> int:
    """Up to twelve symbols as one number, three by three, since that is four steps and not twelve."""
    runs = symbols.ljust(CHARACTERS, _END)
    first, second, third, last = _RUNS[runs[:3]], _RUNS[runs[3:6]], _RUNS[runs[6:9]], _RUNS[runs[9:]]
    return ((first * _RUN_VALUES + second) * _RUN_VALUES + third) * _RUN_VALUES + last


def ends_here(level: int) -> bool:
    """Whether the text ends within this number, so that no further one is written."""
    return level == UNKNOWN or level % SYMBOLS == 0


def sortable_price(price_cents: int) -> int:
    """The price as far as sorting tells prices apart."""
    return max(0, min(price_cents, LARGEST_PRICE_CENTS))


def equal(schema: Schema, field: str, value: int) -> Query:
    """Documents whose `field`, which is one of a sort column's, is `value`."""
    return Query.term_query(schema, field, value) if field in FOUND_BY_VALUE else between(schema, field, value, value)


def _keyword_fields(document: Document) -> Row:
    numbers = squashed_numbers(document.part_numbers)
    words = document_words(document.words + document.part_numbers) | numbers
    runs = [" ".join(infix_grams(number)) for number in numbers]
    return {"words": " ".join(words), "grams": f" {BETWEEN_NUMBERS} ".join(run for run in runs if run)}


def _sort_fields(document: Document) -> Row:
    known = document.price_cents is not None
    price = UNKNOWN_PRICE if document.price_cents is None else sortable_price(document.price_cents)
    fields = {
        "price_up": price << 32 | document.uid,
        "price_down": (price + 1 if known else 0) << 32 | (UID_MASK - document.uid),
        band_field(SortKey.PRICE): band_of(SortKey.PRICE, price) if known else UNKNOWN_BAND,
    }
    numbers = (document.year or None, document.core_price_cents, document.added_at)
    for column, number in zip(NUMBER_COLUMNS, numbers, strict=True):
        fields.update(_number_fields(column, number))
    for fields_of, text in zip(_TEXT_FIELDS, _sort_texts(document), strict=True):
        fields.update(fields_of(text))
    return fields


def _sort_texts(document: Document) -> tuple[str, ...]:
    return (
        document.part_name,
        document.make_model,
        document.oem_number,
        document.vendor_sku,
        document.description,
        document.condition,
        document.category,
        document.vendor,
    )
