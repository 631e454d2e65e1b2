"""One setting: a dataclass field that carries its own description, unit and rule."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")

_KEY = "setting"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the documentation says of a setting, and what its value must obey."""

    description: str
    """One sentence."""
    unit: str
    default_shown: str
    """How the documentation spells a default that would otherwise print as nothing; empty for all others."""
    secret: bool
    """A secret never appears in a repr, a log or the output of `partscounter settings`."""
    least: float | None
    most: float | None
    check: Callable[[str], str | None] | None
    """For texts: given a value, what would be right instead; None when the value is right."""


def setting(
    default: T,
    description: str,
    *,
    unit: str = "",
    default_shown: str = "",
    secret: bool = False,
    least: float | None = None,
    most: float | None = None,
    check: Callable[[str], str | None] | None = None,
) -> T:
    """A field of a settings class. Typed as its default, as `dataclasses.field` is."""
    meaning = Meaning(description, unit, default_shown, secret, least, most, check)
    return dataclasses.field(default=default, repr=not secret, metadata={_KEY: meaning})


def meaning_of(field: dataclasses.Field[Any]) -> Meaning:
    """What `field` says of itself. A settings field that was not made by `setting` is a mistake in the program."""
    meaning: Meaning = field.metadata[_KEY]
    return meaning
