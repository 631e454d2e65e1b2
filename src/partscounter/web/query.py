"""Typed query parameters, with every wrong one named at once.

    reader = QueryReader(incoming.query)
    page = reader.integer("page", default=1, at_least=1)
    since = reader.date("since")
    reader.check()

Until `check` a wrong parameter yields its default, so that the rest can still be read.
"""

import datetime as dt
import re
from collections.abc import Callable, Collection
from decimal import Decimal, InvalidOperation
from typing import TypeVar, overload

from partscounter.kit.refusal import Invalid, Violation
from partscounter.web.incoming import Query

T = TypeVar("T")
_INTEGER = re.compile(r"-?[0-9]{1,18}")
_DECIMAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,9})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BOOLEANS = {"true": True, "false": False}


class QueryReader:
    """Reads parameters and remembers what was wrong. Of a repeated one the first counts; an empty one is absent."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self._violations: list[Violation] = []

    def text(self, name: str, *, longest: int | None = None) -> str | None:
        value = self._query.first(name) or None
        if value is not None and longest is not None and len(value) > longest:
            self.refuse(name, f"must have at most {longest} characters", value)
            return None
        return value

    def required_text(self, name: str) -> str:
        value = self.text(name)
        if value is None:
            self.refuse(name, "is required")
        return value or ""

    @overload
    def integer(self, name: str, *, default: int, at_least: int | None = None, at_most: int | None = None) -> int: ...
    @overload
    def integer(self, name: str, *, at_least: int | None = None, at_most: int | None = None) -> int | None: ...
    def integer(
        self, name: str, *, default: int | None = None, at_least: int | None = None, at_most: int | None = None
    ) -> int | None:
        """A whole number of at most 18 digits, between the bounds if any."""
        number = self._read(name, "must be an integer", _read_integer)
        if number is None:
            return default
        if at_least is not None and number < at_least:
            self.refuse(name, f"must be at least {at_least}", self._query.first(name))
            return default
        if at_most is not None and number > at_most:
            self.refuse(name, f"must be at most {at_most}", self._query.first(name))
            return default
        return number

    def decimal(self, name: str) -> Decimal | None:
        """A plain decimal number, without exponent."""
        return self._read(name, "must be a decimal number", _read_decimal)

    def date(self, name: str) -> dt.date | None:
        return self._read(name, "must be a date, such as 2026-03-02", _read_date)

    def boolean(self, name: str, *, default: bool = False) -> bool:
        value = self._read(name, "must be true or false", lambda text: _BOOLEANS[text.lower()])
        return default if value is None else value

    @overload
    def choice(self, name: str, choices: Collection[str], *, default: str) -> str: ...
    @overload
    def choice(self, name: str, choices: Collection[str]) -> str | None: ...
    def choice(self, name: str, choices: Collection[str], *, default: str | None = None) -> str | None:
        """One of `choices`, case as given."""
        value = self.text(name)
        if value is None or value in choices:
            return value or default
        self.refuse(name, f"must be one of {', '.join(choices)}", value)
        return default

    def refuse(self, name: str, issue: str, value: object = None) -> None:
        """Note what the caller found wrong by rules of its own."""
        self._violations.append(Violation(name, issue, value))

    def check(self) -> None:
        """Raises Invalid with all violations, if there was any."""
        if self._violations:
            raise Invalid("The query parameters are not as described.", tuple(self._violations))

    def _read(self, name: str, issue: str, read: Callable[[str], T]) -> T | None:
        value = self.text(name)
        if value is None:
            return None
        try:
            return read(value)
        except (ValueError, KeyError, InvalidOperation):
            self.refuse(name, issue, value)
            return None


def _read_integer(text: str) -> int:
    return int(_matching(_INTEGER, text))


def _read_decimal(text: str) -> Decimal:
    return Decimal(_matching(_DECIMAL, text))


def _read_date(text: str) -> dt.date:
    return dt.date.fromisoformat(_matching(_DATE, text))


def _matching(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError(text)
    return text
