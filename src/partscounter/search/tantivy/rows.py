"""Documents as JSON, the form that Tantivy takes in quickest.

Millions of these are written when an index is built. So they are made a column of many documents at a time, what a
column becomes is remembered where most values come again, and nothing is a dictionary on the way.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from operator import add, attrgetter, sub
from typing import Any

import msgspec

from partscounter.search.document import Document
from partscounter.search.query import Field, SortKey
from partscounter.search.tantivy.bands import UNKNOWN_BAND, band_field, band_of, text_band
from partscounter.search.tantivy.levels import TEXT_LEVELS, UNKNOWN, levels_of
from partscounter.search.tantivy.price_codes import UNKNOWN_PRICE, cents_of, price_code
from partscounter.search.tantivy.schema import (
    CURSOR,
    CURSOR_UID,
    ITEM,
    TYPE_AND_MODEL,
    UID_MASK,
    level_field,
    type_of_model,
)
from partscounter.search.tokens import INFIX_LENGTH, LONG_INFIX_LENGTH, indexed_words, infix_grams, squashed_numbers

BETWEEN_NUMBERS = " | "
"""A token that keeps the runs of two part numbers from following each other."""

_REMEMBERED = 5_000

# The fields that every item has. Words and runs are letters, digits, blanks and bars: no JSON need escape them.
_ROW = (
    f'{{"uid":%d,"kind":{ITEM},"{Field.LINE}":%d,"{Field.DEALER}":%d,"{Field.STORE}":%d,"{Field.PART_TYPE}":%d,'
    f'"{Field.CATEGORY}":%d,"{Field.YEAR}":%d,"{Field.LISTED_MAKE}":%d,"{Field.LISTED_MODEL}":%d,%s,'
    f'"{TYPE_AND_MODEL}":%s,"vehicle_key":%s,"words":"%s %s","grams":"%s","long_grams":"%s",'
    f'"price_up":%d,"price_down":%d,"{band_field(SortKey.PRICE)}":%d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s}}'
)

_NAMES = Document.__struct_fields__
_VALUES = attrgetter(*_NAMES)

_Column = Callable[[Sequence[Any]], Iterable[str]]
"""Makes of the values of many documents the fields of each."""


def rows_of(documents: Sequence[Document]) -> list[str]:
    """The fields of each document."""
    if not documents:
        return []
    of = dict(zip(_NAMES, zip(*map(_VALUES, documents), strict=True), strict=True))
    uids = of["uid"]
    prices, prices_down, price_bands = zip(*map(_price, of["price_cents"]), strict=True)
    numbers = list(map(squashed_numbers, of["part_numbers"]))
    columns = (
        uids,
        of["line"],
        of["dealer_id"],
        of["store_id"],
        of["part_type_id"],
        of["category_id"],
        of["year"],
        of["listed_make_id"],
        of["listed_model_id"],
        map(_makes_and_models, of["make_ids"], of["model_ids"]),
        map(_types_and_models, of["part_type_id"], of["model_ids"]),
        map(_json, of["vehicle_key"]),
        indexed_words(list(map(add, of["words"], of["part_numbers"]))),
        map(" ".join, numbers),
        map(_runs, numbers),
        map(_long_runs, numbers),
        map(add, prices, uids),
        map(sub, prices_down, uids),
        price_bands,
        *(column(of[name]) for name, column in _SORTED_BY.items()),
    )
    return [_ROW % row for row in zip(*columns, strict=True)]


def cursor_row(cursor: int) -> str:
    """The document that says up to where the log has been applied."""
    return f'{{"uid":{CURSOR_UID},"kind":{CURSOR},"cursor":{cursor}}}'


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _runs(numbers: set[str], length: int = INFIX_LENGTH) -> str:
    return BETWEEN_NUMBERS.join([" ".join(infix_grams(number, length)) for number in numbers if len(number) >= length])


def _long_runs(numbers: set[str]) -> str:
    return _runs(numbers, LONG_INFIX_LENGTH)


@lru_cache(maxsize=_REMEMBERED)
def _makes_and_models(makes: tuple[int, ...], models: tuple[int, ...]) -> str:
    return f'"{Field.MAKE}":{_json(sorted(set(makes)))},"{Field.MODEL}":{_json(sorted(set(models)))}'


def _types_and_models(part_type: int, models: tuple[int, ...]) -> str:
    return "[" + ",".join([f'"{type_of_model(part_type, model)}"' for model in set(models)]) + "]"


@lru_cache(maxsize=_REMEMBERED)
def _price(cents: int | None) -> tuple[int, int, int]:
    """To which the uid is added, from which it is taken away, and the band."""
    if cents is None:
        return UNKNOWN_PRICE << 32, UID_MASK, UNKNOWN_BAND
    code = price_code(cents)
    return code << 32, (code + 1 << 32) + UID_MASK, band_of(SortKey.PRICE, cents_of(code))


def _texts(column: SortKey) -> Callable[[Sequence[str]], list[str]]:
    """Texts that seldom come again."""
    # By how many numbers the text has: a short one has fewer.
    templates = [
        ",".join([f'"{band_field(column)}":%d', *(f'"{level_field(column, level)}":%d' for level in range(levels))])
        for levels in range(TEXT_LEVELS + 1)
    ]

    def fields(texts: Sequence[str]) -> list[str]:
        return [
            templates[len(levels)] % (UNKNOWN_BAND if levels[0] == UNKNOWN else text_band(levels[0]), *levels)
            for levels in levels_of(texts)
        ]

    return fields


def _repeated_texts(column: SortKey) -> _Column:
    fields = _texts(column)
    return partial(map, lru_cache(maxsize=_REMEMBERED)(lambda text: fields((text,))[0]))


def _numbers(column: SortKey) -> _Column:
    """Remembered: items of one import have one moment, and most have one of few years."""

    @lru_cache(maxsize=_REMEMBERED)
    def fields(number: int | None) -> str:
        value = UNKNOWN if number is None else max(0, number)
        band = UNKNOWN_BAND if number is None else band_of(column, value)
        return f'"{band_field(column)}":{band},"{level_field(column, 0)}":{value}'

    return partial(map, fields)


def _years(column: SortKey) -> _Column:
    fields = _numbers(column)
    return lambda years: fields([year or None for year in years])


_SORTED_BY: dict[str, _Column] = {
    "year": _years(SortKey.YEAR),
    "core_price_cents": _numbers(SortKey.COREPRICE),
    "added_at": _numbers(SortKey.DATE_ADDED),
    "part_name": _repeated_texts(SortKey.PART_NAME),
    "make_model": _repeated_texts(SortKey.MAKE_MODEL),
    "oem_number": _texts(SortKey.OEM_NUMBER),
    "vendor_sku": _texts(SortKey.VENDOR_SKU),
    "description": _texts(SortKey.DESCRIPTION),
    "condition": _repeated_texts(SortKey.CONDITION),
    "category": _repeated_texts(SortKey.TYPE),
    "vendor": _repeated_texts(SortKey.VENDOR),
}
"""The fields of a document that are sorted by, and what becomes of them."""
