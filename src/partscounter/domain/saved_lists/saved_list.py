"""A saved list, and the name that it goes by."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from partscounter.domain.saved_lists.errors import InvalidList
from partscounter.kit.refusal import Violation

MOST_LISTS: Final = 50
"""That one account keeps. A list holds what a cart can hold: `kept_carts.MOST_LINES` lines."""
LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class SavedList:
    """One list of one account."""

    id: int
    name: str
    lines: int
    """How many there are."""
    used_at: datetime
    """When it was last put into the cart, or else made."""


def clean_name(name: str) -> str:
    """The name with single blanks. Refuses with InvalidList."""
    cleaned = " ".join(name.split())
    if not cleaned or len(cleaned) > LONGEST_NAME or not cleaned.isprintable():
        raise InvalidList("A list cannot have this name.", (Violation("name", f"1 to {LONGEST_NAME} characters"),))
    return cleaned


def name_key(name: str) -> str:
    """By which two names are the same: in capitals or not."""
    return name.casefold()
