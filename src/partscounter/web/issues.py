"""What is wrong with one value, as a phrase that follows the field's name: "must be an integer, not a string"."""

import re
from collections.abc import Callable
from enum import Enum
from types import UnionType
from typing import Literal, Union, get_args, get_origin

_NOUNS = {
    "int": "an integer",
    "float": "a number",
    "bool": "true or false",
    "str": "a string",
    "null": "null",
    "array": "a list",
    "object": "an object",
    "decimal": "a decimal number",
    "datetime": "a date and time with offset, such as 2026-03-02T09:30:00Z",
    "date": "a date, such as 2026-03-02",
    "uuid": "a UUID",
}

_UNIT = {"str": "characters", "array": "entries", "object": "entries", "bytes": "bytes"}


def issue_of(message: str, kind: object) -> str:
    """msgspec's `message` about a value of type `kind`, in plain words."""
    choices = _choices(kind)
    if choices and message.startswith(("Invalid enum value", "Invalid value", "Expected `str`", "Expected `int`")):
        return f"must be {_either(choices)}"
    bare = message.partition(" - at `")[0]
    for pattern, phrase in _PHRASES:
        if found := pattern.fullmatch(bare):
            return phrase(found)
    return bare[:1].lower() + bare[1:]


def _choices(kind: object) -> list[str]:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [str(each.value) for each in kind]
    if get_origin(kind) is Literal:
        return [str(each) for each in get_args(kind)]
    if get_origin(kind) in {Union, UnionType}:
        return [choice for member in get_args(kind) for choice in _choices(member)]
    return []


def _either(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _wrong_type(found: re.Match[str]) -> str:
    wanted = [_NOUNS.get(name, name) for name in found[1].split(" | ")]
    return f"must be {_either(wanted)}, not {_NOUNS.get(found[2], found[2])}"


def _bound(found: re.Match[str]) -> str:
    words = {">=": "at least", "<=": "at most", ">": "more than", "<": "less than"}
    return f"must be {words[found[1]]} {found[2]}"


def _length(found: re.Match[str]) -> str:
    words = {">=": "at least", "<=": "at most"}
    return f"must have {words[found[2]]} {found[3]} {_UNIT.get(found[1], 'entries')}"


def _same(words: str) -> Callable[[re.Match[str]], str]:
    return lambda _: words


_DATETIME = _same(f"must be {_NOUNS['datetime']}")
_PHRASES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"Expected `([^`]+)`, got `([^`]+)`"), _wrong_type),
    (re.compile(r"Expected `([^`]+)`"), lambda found: f"must be {_NOUNS.get(found[1], found[1])}"),
    (re.compile(r"Expected `(?:int|float)` (>=|<=|>|<) (\S+)"), _bound),
    (re.compile(r"Expected `(\w+)` of length (>=|<=) (\d+)"), _length),
    (re.compile(r"Expected `\w+` that's a multiple of (\S+)"), lambda found: f"must be a multiple of {found[1]}"),
    (re.compile(r"Expected `str` matching regex (.+)", re.DOTALL), lambda found: f"must match {found[1]}"),
    (re.compile(r"Object missing required field `([^`]+)`"), lambda found: f"must have the field {found[1]}"),
    (re.compile(r"Invalid decimal string"), _same(f"must be {_NOUNS['decimal']}")),
    (re.compile(r"Invalid UUID"), _same(f"must be {_NOUNS['uuid']}")),
    (re.compile(r"Expected `datetime` with a timezone component"), _DATETIME),
    (re.compile(r"Invalid RFC3339 encoded datetime"), _DATETIME),
    (re.compile(r"Invalid RFC3339 encoded date"), _same(f"must be {_NOUNS['date']}")),
    (re.compile(r"(?:Number|Integer value) out of range"), _same("is a number out of range")),
)
