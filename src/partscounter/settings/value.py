"""From what an operator wrote, in the environment or in the file, to the value of one setting."""

from pathlib import Path
from typing import Literal, get_args, get_origin

from partscounter.settings.setting import Meaning

_TRUE = frozenset({"true", "yes", "on", "1"})
_FALSE = frozenset({"false", "no", "off", "0"})

Value = str | int | float | bool | Path | tuple[str, ...]


class NotRight(ValueError):
    """The value is not one; the message says what would be right, in the words of the documentation."""


def value_of(raw: object, kind: object, meaning: Meaning) -> Value:
    """`raw` as the type `kind`. Texts are read for every type; a typed value of the file must be of that type.

    Raises NotRight.
    """
    if get_origin(kind) is Literal:
        return _choice(raw, get_args(kind))
    if kind in (int, float):
        return _number(raw, whole=kind is int, meaning=meaning)
    if kind is bool:
        return _flag(raw)
    if get_origin(kind) is tuple:
        return tuple(_text(member, meaning) for member in _list(raw))
    text = _text(raw, meaning)
    if kind is Path:
        return Path(text)
    return text


def _choice(raw: object, choices: tuple[str, ...]) -> str:
    if isinstance(raw, str) and raw in choices:
        return raw
    raise NotRight(f"must be one of {', '.join(choices)}")


def _number(raw: object, *, whole: bool, meaning: Meaning) -> int | float:
    wanted = f"must be a {'whole ' if whole else ''}number{_within(meaning)}"
    if isinstance(raw, bool) or not isinstance(raw, str | int | float) or (whole and isinstance(raw, float)):
        raise NotRight(wanted)
    try:
        number = int(raw) if whole else float(raw)
    except ValueError:
        raise NotRight(wanted) from None
    if meaning.least is not None and not number >= meaning.least:
        raise NotRight(wanted)
    if meaning.most is not None and not number <= meaning.most:
        raise NotRight(wanted)
    return number


def _within(meaning: Meaning) -> str:
    unit = f" ({meaning.unit})" if meaning.unit else ""
    match meaning.least, meaning.most:
        case None, None:
            return unit
        case least, None:
            return f" of at least {least:g}{unit}"
        case None, most:
            return f" of at most {most:g}{unit}"
        case least, most:
            return f" from {least:g} to {most:g}{unit}"


def _flag(raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and raw.lower() in _TRUE | _FALSE:
        return raw.lower() in _TRUE
    raise NotRight("must be true or false")


def _list(raw: object) -> list[object]:
    if isinstance(raw, list):
        return raw
    if isinstance(raw, str):
        return [member.strip() for member in raw.split(",") if member.strip()]
    raise NotRight("must be a list")


def _text(raw: object, meaning: Meaning) -> str:
    if not isinstance(raw, str):
        raise NotRight("must be a text")
    wanted = meaning.check(raw) if meaning.check else None
    if wanted:
        raise NotRight(wanted)
    return raw
