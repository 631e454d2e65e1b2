"""Documents as JSON, the form that Tantivy takes in quickest.

Millions of these are written when an index is built. So the text is put together of pieces: what a column of an item
becomes is remembered where most values come again, and nothing is a dictionary on the way.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import msgspec

from partscounter.search.document import Document
from partscounter.search.query import Field, SortKey
from partscounter.search.tantivy.bands import UNKNOWN_BAND, band_field, band_of, text_band
from partscounter.search.tantivy.price_codes import UNKNOWN_PRICE, cents_of, price_code
from partscounter.search.tantivy.schema import (
    CURSOR,
    CURSOR_UID,
    ITEM,
    NUMBER_COLUMNS,
    TEXT_COLUMNS,
    TEXT_LEVELS,
    UID_MASK,
    UNKNOWN,
    level_field,
    text_levels,
)
from partscounter.search.tokens import document_words, infix_grams, squashed_numbers

BETWEEN_NUMBERS = " | "
"""A token that keeps the runs of two part numbers from following each other."""

_REMEMBERED = 5_000
_OF_ONE_ITEM = (SortKey.OEM_NUMBER, SortKey.VENDOR_SKU, SortKey.DESCRIPTION)
"""Columns whose texts seldom come again. Remembered, they would only drive out others."""

# The fields that every item has. Words and runs are letters, digits, blanks and bars: no JSON need escape them.
_ROW = (
    f'{{"uid":%d,"kind":{ITEM},"{Field.LINE}":%d,"{Field.DEALER}":%d,"{Field.STORE}":%d,"{Field.PART_TYPE}":%d,'
    f'"{Field.CATEGORY}":%d,"{Field.YEAR}":%d,"{Field.LISTED_MAKE}":%d,"{Field.LISTED_MODEL}":%d,%s,'
    f'"vehicle_key":%s,"words":"%s","grams":"%s",'
    f'"price_up":%d,"price_down":%d,"{band_field(SortKey.PRICE)}":%d,%s}}'
)


def row_of(document: Document) -> str:
    """The document's fields."""
    price = UNKNOWN_PRICE if document.price_cents is None else price_code(document.price_cents)
    known = price != UNKNOWN_PRICE
    numbers = squashed_numbers(document.part_numbers)
    words = document_words(document.words + document.part_numbers)
    words |= numbers
    runs = [" ".join(infix_grams(number)) for number in numbers]
    return _ROW % (
        document.uid,
        document.line,
        document.dealer_id,
        document.store_id,
        document.part_type_id,
        document.category_id,
        document.year,
        document.listed_make_id,
        document.listed_model_id,
        _makes_and_models(document.make_ids, document.model_ids),
        _json(document.vehicle_key) if document.vehicle_key else '""',
        " ".join(words),
        BETWEEN_NUMBERS.join([run for run in runs if run]),
        price << 32 | document.uid,
        (price + 1 if known else 0) << 32 | (UID_MASK - document.uid),
        band_of(SortKey.PRICE, cents_of(price)) if known else UNKNOWN_BAND,
        _sort_fields(document),
    )


def cursor_row(cursor: int) -> str:
    """The document that says up to where the log has been applied."""
    return f'{{"uid":{CURSOR_UID},"kind":{CURSOR},"cursor":{cursor}}}'


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


@lru_cache(maxsize=_REMEMBERED)
def _makes_and_models(makes: tuple[int, ...], models: tuple[int, ...]) -> str:
    return f'"{Field.MAKE}":{_json(sorted(set(makes)))},"{Field.MODEL}":{_json(sorted(set(models)))}'


def _text_column(column: SortKey) -> Callable[[str], str]:
    """The numbers of a text, as a value of that column."""
    # By how many numbers the text has: a short one has fewer.
    templates = [
        ",".join([f'"{band_field(column)}":%d', *(f'"{level_field(column, level)}":%d' for level in range(levels))])
        for levels in range(TEXT_LEVELS + 1)
    ]

    def fields(text: str) -> str:
        levels = text_levels(text)
        first = levels[0]
        return templates[len(levels)] % (UNKNOWN_BAND if first == UNKNOWN else text_band(first), *levels)

    return fields if column in _OF_ONE_ITEM else lru_cache(maxsize=_REMEMBERED)(fields)


def _number_column(column: SortKey) -> Callable[[int | None], str]:
    """Remembered: items of one import have one moment, and most have one of few years."""

    @lru_cache(maxsize=_REMEMBERED)
    def fields(number: int | None) -> str:
        value = UNKNOWN if number is None else max(0, number)
        band = UNKNOWN_BAND if number is None else band_of(column, value)
        return f'"{band_field(column)}":{band},"{level_field(column, 0)}":{value}'

    return fields


_COLUMNS: dict[SortKey, Callable[[Any], str]] = {
    **{column: _text_column(column) for column in TEXT_COLUMNS},
    **{column: _number_column(column) for column in NUMBER_COLUMNS},
}
_PART_NAME, _MAKE_MODEL, _OEM_NUMBER, _VENDOR_SKU, _DESCRIPTION, _CONDITION, _TYPE, _VENDOR = map(
    _COLUMNS.__getitem__, TEXT_COLUMNS
)
_YEAR, _COREPRICE, _DATE_ADDED = map(_COLUMNS.__getitem__, NUMBER_COLUMNS)


def _sort_fields(document: Document) -> str:
    return ",".join(
        (
            _YEAR(document.year or None),
            _COREPRICE(document.core_price_cents),
            _DATE_ADDED(document.added_at),
            _PART_NAME(document.part_name),
            _MAKE_MODEL(document.make_model),
            _OEM_NUMBER(document.oem_number),
            _VENDOR_SKU(document.vendor_sku),
            _DESCRIPTION(document.description),
            _CONDITION(document.condition),
            _TYPE(document.category),
            _VENDOR(document.vendor),
        )
    )
