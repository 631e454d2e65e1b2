"""Countries by name and by code, since an address may have either (CLDR, in English)."""

import re
from functools import cache
from importlib import import_module
from typing import Any

from partscounter.kit.text import squash

_CODE = re.compile("[A-Z]{2}")


def country_of(text: str) -> tuple[str, str]:
    """Full name and two-letter code of the country that `text` names or abbreviates.

    What is no country's name or code (of two or three letters) is given back as its own name, without a code.
    """
    code = text.strip().upper()
    names, codes = _names(), _codes()
    if code not in names:
        code = codes.get(squash(text), "")
    return (names[code], code) if code else (text.strip(), "")


@cache
def _names() -> dict[str, str]:
    return {
        code: name for code, name in _cldr().Locale("en").territories.items() if _CODE.fullmatch(code) and code != "ZZ"
    }


@cache
def _codes() -> dict[str, str]:
    """By squashed name, and by the codes of three letters and others that were once in use."""
    former = _cldr().get_global("territory_aliases")
    aliases = {squash(alias): now[0] for alias, now in former.items() if len(now) == 1 and now[0] in _names()}
    return aliases | {squash(name): code for code, name in _names().items()}


def _cldr() -> Any:  # noqa: ANN401 - a module
    """Imported with the first address: it would hold up every start."""
    return import_module("babel.core")
