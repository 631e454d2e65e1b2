"""How a document lies in Tantivy: the fields, and the integers that carry the sort order.

Tantivy-py sorts by one fast field and leaves ties to chance, and sorting by a text field takes a second at page 1,000.
So every order is made of u64 fields: `price_up` and `price_down` hold price and uid in one number and are unique; a
text column is up to four numbers of 12 characters each (base 38: end, blank, digits, letters), written as far as the
text goes. `order` puts the parts together.
"""

from collections.abc import Mapping
from functools import lru_cache

from tantivy import Schema, SchemaBuilder

from partscounter.kit.text import fold
from partscounter.search.document import Document
from partscounter.search.query import LARGEST_PRICE_CENTS, SORTED_TEXT, Field, SortKey
from partscounter.search.tokens import document_words, infix_grams, squashed_numbers

VERSION = 1
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

_DIGITS = {" ": 1} | {symbol: at for at, symbol in enumerate("0123456789abcdefghijklmnopqrstuvwxyz", start=2)}

Row = Mapping[str, int | str | list[int]]


def level_field(column: SortKey, level: int) -> str:
    """The field that holds the `level`-th number of a sort column."""
    return f"by_{column}_{level}"


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
            schema.add_unsigned_field(level_field(column, level), fast=True)
    schema.add_text_field("vehicle_key", tokenizer_name="raw", index_option="basic")
    schema.add_text_field("words", tokenizer_name="whitespace", index_option="basic")
    schema.add_text_field("grams", tokenizer_name="whitespace", index_option="position")
    return schema.build()


def to_row(document: Document) -> Row:
    """The document's fields by name."""
    return {
        "uid": document.uid,
        "kind": ITEM,
        Field.LINE: document.line,
        Field.DEALER: document.dealer_id,
        Field.STORE: document.store_id,
        Field.PART_TYPE: document.part_type_id,
        Field.MAKE: sorted(set(document.make_ids)),
        Field.MODEL: sorted(set(document.model_ids)),
        Field.CATEGORY: document.category_id,
        Field.YEAR: document.year,
        "vehicle_key": document.vehicle_key,
        **_keyword_fields(document),
        **_sort_fields(document),
    }


def cursor_row(cursor: int) -> Row:
    """The document that says up to where the log has been applied."""
    return {"uid": CURSOR_UID, "kind": CURSOR, "cursor": cursor}


@lru_cache(maxsize=10_000)
def text_levels(text: str) -> tuple[int, ...]:
    """`text` as numbers that compare, one after the other, as its folded form does; UNKNOWN for an empty one."""
    folded = fold(text)[:SORTED_TEXT]
    if not folded:
        return (UNKNOWN,)
    levels = []
    for start in range(0, SORTED_TEXT, CHARACTERS):
        symbols = folded[start : start + CHARACTERS]
        level = 0
        for symbol in symbols:
            level = level * SYMBOLS + _DIGITS[symbol]
        levels.append(level * SYMBOLS ** (CHARACTERS - len(symbols)))
        if len(symbols) < CHARACTERS:
            break
    return tuple(levels)


def ends_here(level: int) -> bool:
    """Whether the text ends within this number, so that no further one is written."""
    return level == UNKNOWN or level % SYMBOLS == 0


def sortable_price(price_cents: int) -> int:
    """The price as far as sorting tells prices apart."""
    return max(0, min(price_cents, LARGEST_PRICE_CENTS))


def _keyword_fields(document: Document) -> Row:
    numbers = squashed_numbers(document.part_numbers)
    words = document_words(document.words + document.part_numbers) | numbers
    runs = [" ".join(infix_grams(number)) for number in sorted(numbers)]
    return {"words": " ".join(sorted(words)), "grams": f" {BETWEEN_NUMBERS} ".join(run for run in runs if run)}


def _sort_fields(document: Document) -> Row:
    known = document.price_cents is not None
    price = UNKNOWN_PRICE if document.price_cents is None else sortable_price(document.price_cents)
    fields = {
        "price_up": price << 32 | document.uid,
        "price_down": (price + 1 if known else 0) << 32 | (UID_MASK - document.uid),
        level_field(SortKey.YEAR, 0): document.year or UNKNOWN,
        level_field(SortKey.COREPRICE, 0): _or_unknown(document.core_price_cents),
        level_field(SortKey.DATE_ADDED, 0): _or_unknown(document.added_at),
    }
    for column, text in zip(TEXT_COLUMNS, _sort_texts(document), strict=True):
        for level, value in enumerate(text_levels(text)):
            fields[level_field(column, level)] = value
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


def _or_unknown(value: int | None) -> int:
    return UNKNOWN if value is None else max(0, value)
