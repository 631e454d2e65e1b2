"""The trade's names: part types, makes, models and categories, each with a number."""

from dataclasses import dataclass
from enum import StrEnum


class NameKind(StrEnum):
    """What a name is the name of. Makes cover vehicle makes and part manufacturers; models likewise."""

    PART_TYPE = "part_type"
    MAKE = "make"
    MODEL = "model"
    CATEGORY = "category"


_LONGEST_NUMBER = 15


def number_written(word: str) -> int | None:
    """The number that a search may name in place of a text; None for a word that is none."""
    return int(word) if word.isascii() and word.isdigit() and len(word) <= _LONGEST_NUMBER else None


@dataclass(frozen=True, slots=True)
class Name:
    """One name and all spellings that differ from it in case and punctuation only (`DT 466E` = `dt-466e`)."""

    id: int
    kind: NameKind
    text: str
    """The spelling that came first; lists show it."""


@dataclass(frozen=True, slots=True)
class Brand:
    """A part brand with its short code, unique for the dealer (`S`, `CAT`)."""

    dealer_id: int
    code: str
    description: str
