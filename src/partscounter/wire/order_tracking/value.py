"""Questions about one JSON value of unknown type. Null counts as absent everywhere."""

from collections.abc import Container
from typing import TypeGuard

from partscounter_contracts.order_tracking import DocumentStatus

STATUSES = frozenset(DocumentStatus)


def is_blank(value: object) -> bool:
    """Absent, null, or text of nothing but white space."""
    return value is None or (isinstance(value, str) and not value.strip())


def is_one_of(value: object, choices: Container[str]) -> TypeGuard[str]:
    """Text that is exactly one of `choices`."""
    return isinstance(value, str) and value in choices


def is_status(value: object) -> TypeGuard[str]:
    """One of the ten statuses."""
    return is_one_of(value, STATUSES)


def is_wrong_status(value: object) -> bool:
    """Neither left out nor empty, and none of the ten either: for the statuses that are optional."""
    return value not in (None, "") and not is_status(value)


def text_within(value: object, longest: int) -> str | None:
    """`value` if it is text of at most `longest` characters, none of them NUL, which no database takes."""
    return value if isinstance(value, str) and len(value) <= longest and "\0" not in value else None


def text_or_empty(value: object) -> str:
    """Text that has been checked before, "" where it was left out."""
    return value if isinstance(value, str) else ""
