"""Decimal numbers that come as text: msgspec takes whatever Python's Decimal takes, a contract plain numbers only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

import msgspec

from partscounter.kit.money import is_plain_number
from partscounter.kit.refusal import Violation

_ISSUE = "must be a plain decimal number, such as 12.50"
_LISTS = {list, tuple, set, frozenset}
_OBJECT = msgspec.json.Decoder(dict[str, msgspec.Raw])
_LIST = msgspec.json.Decoder(list[msgspec.Raw])
_TEXT = msgspec.json.Decoder(str)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a type has decimal numbers. No contract has them in mappings, or in types that hold themselves."""

    itself: bool
    fields: Mapping[str, "_Places"]
    """By their names on the wire."""
    entries: "_Places | None"
    """Of a list."""

    def __bool__(self) -> bool:
        return self.itself or bool(self.fields) or self.entries is not None


def fanciful_numbers(kind: object, body: bytes) -> Iterator[Violation]:
    """Each text in the JSON `body` that `kind` takes for a decimal number and that is not written as a plain one.

    Such are `1_000`, `1e3`, `NaN` and the digits of other alphabets. Texts that are no number at all are left to
    msgspec, and so are JSON numbers, whatever they look like.
    """
    places = _places_in(kind)
    return _find(places, body.lstrip(), "") if places else iter(())


def _find(places: _Places, raw: bytes | msgspec.Raw, path: str) -> Iterator[Violation]:
    match memoryview(raw)[:1]:
        case b'"' if places.itself:
            text = _TEXT.decode(raw)
            if _is_number(text) and not is_plain_number(text.strip(" ")):
                yield Violation(path, _ISSUE, text)
        case b"{" if places.fields:
            sent = _OBJECT.decode(raw)
            for name, inside in places.fields.items():
                if name in sent:
                    yield from _find(inside, sent[name], f"{path}.{name}" if path else name)
        case b"[" if places.entries:
            for index, item in enumerate(_LIST.decode(raw)):
                yield from _find(places.entries, item, f"{path}[{index}]")


def _is_number(text: str) -> bool:
    try:
        Decimal(text)
    except InvalidOperation:
        return False
    return True


@cache
def _places_in(kind: object) -> _Places:
    members = list(_members(kind))
    fields = {
        each.encode_name: places
        for member in members
        if isinstance(member, type) and issubclass(member, msgspec.Struct)
        for each in msgspec.structs.fields(member)
        if (places := _places_in(each.type))
    }
    entries = (_places_in(get_args(member)[0]) for member in members if get_origin(member) in _LISTS)
    return _Places(Decimal in members, fields, next((places for places in entries if places), None))


def _members(kind: object) -> Iterator[object]:
    """The types that a value of `kind` may have, without their bounds."""
    origin = get_origin(kind)
    if origin is Annotated:
        yield from _members(get_args(kind)[0])
    elif origin in {Union, UnionType}:
        for member in get_args(kind):
            yield from _members(member)
    else:
        yield kind
