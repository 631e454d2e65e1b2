"""A JSON object as texts by native column, which the rules of an import then check.

Numbers keep the very digits that were sent. A name that is no field is refused: passed over, a misspelt `prize` would
look as if it had been taken.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import msgspec

from partscounter.kit.refusal import Violation
from partscounter_contracts.stock import ItemFields, StockItem

IDENTITY = ("vendor_id", "vendor_store", "vendor_inventory_id")

_FIELDS = frozenset(ItemFields.__struct_fields__)
_DECIDED_HERE = frozenset(StockItem.__struct_fields__) - _FIELDS - {*IDENTITY}
"""What an answer shows and a request may send back: passed over."""

_NOUNS = {str: "a string", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


@dataclass(frozen=True, slots=True)
class SentFields:
    """What a body says, field by field."""

    texts: Mapping[str, str]
    """By native column; without those that are null or wrong."""
    names: frozenset[str]
    """Every field that was sent, null or not."""
    violations: tuple[Violation, ...]


def read_sent(fields: Mapping[str, msgspec.Raw], identity: Mapping[str, str]) -> SentFields:
    """The fields of one JSON object; where it names the item it must be the one of `identity`."""
    texts: dict[str, str] = {}
    violations: list[Violation] = []
    for name, raw in fields.items():
        try:
            text = _read(name, raw, identity)
        except ValueError as wrong:
            violations.append(Violation(name, str(wrong)))
        except _WrongEntry as wrong:
            violations.append(Violation(f"{name}[{wrong.index}]", wrong.issue))
        else:
            if text is not None:
                texts[name] = text
    return SentFields(texts, _FIELDS & fields.keys(), tuple(violations))


class _WrongEntry(Exception):
    def __init__(self, index: int, issue: str) -> None:
        super().__init__(issue)
        self.index = index
        self.issue = issue


def _read(name: str, raw: msgspec.Raw, identity: Mapping[str, str]) -> str | None:
    try:
        value = msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError):
        raise ValueError("cannot be read: a number too large, or nested too deeply") from None
    if name in identity:
        if not isinstance(value, str) or value.strip() != identity[name]:
            raise ValueError(f"must be {identity[name]!r}, as in the address")
        return None
    if name in _DECIDED_HERE or (value is None and name in _FIELDS):
        return None
    if name not in _FIELDS:
        raise ValueError("is not a field of an item")
    return _READERS.get(name, _text)(value, raw)


def _text(value: object, _: msgspec.Raw) -> str:
    if not isinstance(value, str):
        raise _not("a string", value)
    return value


def _number(value: object, raw: msgspec.Raw) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise _not("a number", value)
    return value if isinstance(value, str) else bytes(raw).decode().strip()


def _truth(value: object, _: msgspec.Raw) -> str:
    if not isinstance(value, bool):
        raise _not("true or false", value)
    return str(value).lower()


def _images(value: object, _: msgspec.Raw) -> str:
    return "|".join(_entry(each, at, reserved="|") for at, each in enumerate(_list(value)))


def _questions(value: object, _: msgspec.Raw) -> str:
    pairs = []
    for at, each in enumerate(_list(value)):
        if not isinstance(each, dict) or "label" not in each or each.keys() - {"label", "value"}:
            raise _WrongEntry(at, "must be an object with label and value")
        answer = _entry(each.get("value", ""), at, reserved="|", may_be_blank=True)
        pairs.append(f"{_entry(each['label'], at, reserved='|=')}={answer}")
    return "|".join(pairs)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise _not("a list", value)
    return value


def _entry(value: object, at: int, *, reserved: str, may_be_blank: bool = False) -> str:
    """One text of a list, without the characters that separate such texts in the cells of a file."""
    if not isinstance(value, str) or not (may_be_blank or value.strip()):
        raise _WrongEntry(at, "must be a string" if may_be_blank else "must be a string that is not blank")
    for sign in reserved:
        if sign in value:
            raise _WrongEntry(at, f"must not hold the character {sign}")
    return value


def _not(wanted: str, value: object) -> ValueError:
    return ValueError(f"must be {wanted}, not {_NOUNS.get(type(value), 'null')}")


_READERS: Mapping[str, Callable[[object, msgspec.Raw], str]] = {
    "year": _number,
    "price": _number,
    "quantity": _number,
    "core_price": _number,
    "list_price": _number,
    "line": _number,
    "available": _truth,
    "images": _images,
    "qa": _questions,
}
