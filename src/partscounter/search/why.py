"""Why keywords found an item: which word stands in which field, and how. It says of one item what the index does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from partscounter.domain.inventory import Item
from partscounter.kit.text import fold
from partscounter.search.keywords import AllOf, AnyOf, Expression, Word
from partscounter.search.tokens import INFIX_LENGTH, dashed, document_words, squashed_numbers


class Likeness(StrEnum):
    """How a word stands in a field."""

    EXACT = "exact"
    SQUASHED = "squashed"
    """Once hyphens, dots and, in a part number, blanks are taken out."""
    INFIX = "infix"
    """In the middle of a part number."""


@dataclass(frozen=True, slots=True)
class WordMatch:
    """One word found in one field."""

    word: str
    field: str
    text: str
    likeness: Likeness


def why_found(expression: Expression, item: Item) -> list[WordMatch]:
    """Every word of the expression that the item has, in the order typed, with each field that has it."""
    words = dict.fromkeys(_words(expression))
    numbers = number_fields(item)
    fields = {**word_fields(item), **numbers}
    return [
        WordMatch(word, field, text, likeness)
        for word in words
        for field, text in fields.items()
        if text and (likeness := _likeness(word, text, is_number=field in numbers)) is not None
    ]


def word_fields(item: Item) -> Mapping[str, str]:
    """The texts in which whole words are looked for, by what the inventory contract calls them."""
    about = item.description
    return {
        "part_name": about.part_name,
        "vehicle_make": about.vehicle_make,
        "part_manufacturer": about.part_manufacturer,
        "vehicle_model": about.vehicle_model,
        "part_model": about.part_model,
        "description": about.text,
    }


def number_fields(item: Item) -> Mapping[str, str]:
    """The part numbers, whose middle is looked at too."""
    about = item.description
    return {
        "oem_number": about.oem_number,
        "vendor_sku": item.tag_number,
        "serial_number": about.serial_number,
        "part_code": item.part_code,
        "part_id": item.part_id,
        "alternate_numbers": about.alternate_numbers,
    }


def _words(expression: Expression) -> Iterator[str]:
    match expression:
        case Word(text):
            yield text
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _words(part)
        case _:
            assert_never(expression)


def _likeness(word: str, text: str, *, is_number: bool) -> Likeness | None:
    words = document_words((text,))
    if word in fold(dashed(text)).split() or (word in words and not word.isascii()):
        return Likeness.EXACT
    numbers = squashed_numbers((text,)) if is_number else frozenset[str]()
    if word in numbers or word in words:
        return Likeness.SQUASHED
    if len(word) >= INFIX_LENGTH and any(word in number for number in numbers):
        return Likeness.INFIX
    return None
