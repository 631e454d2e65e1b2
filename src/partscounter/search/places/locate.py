"""Where an address is: by its postal code, or else by its town. United States and Canada.

US: tables of the Census Bureau and of GeoNames (`usa.py`), one point per ZIP code and one per town. Canada: a small
table of our own (`canada.py`): the town that an area is near. Military ZIP codes abroad have no point.
"""

import re
from functools import cache

from partscounter.kit.address import PostalAddress
from partscounter.kit.countries import country_of
from partscounter.kit.text import fold, squash
from partscounter.search.places import canada, usa
from partscounter.search.places.canada import PROVINCES
from partscounter.search.places.point import Point
from partscounter.search.places.states import STATES

_US = re.compile(r"(\d{5})(?:[- ]?\d{4})?", re.ASCII)
_CANADIAN = re.compile(r"([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])[- ]?\d[ABCEGHJ-NPRSTV-Z]\d", re.ASCII)
_USUAL = frozenset({"", "us", "usa", "unitedstates", "ca", "canada"})
"""As nearly all are written; the names of all countries are loaded for the others."""
_WITH_POINTS = frozenset({"US", "CA", "PR", "VI", "GU", "AS", "MP", "UM", "FM", "MH", "PW"})
"""The two, and the islands that have ZIP codes."""


def locate(postal_code: str) -> Point | None:
    """The point of a postal code: `68503`, `68503-1234`, `685031234`, `K1A 0B1`, `k1a0b1`. None if unknown.

    A ZIP code that is no area, such as that of post boxes, is where its neighbours are, if these are near each other.
    """
    return _locate_code(postal_code) or _locate_beside(postal_code)


def locate_address(address: PostalAddress) -> Point | None:
    """The point of the postal code; without a known one that of the town, if its state is given. None if neither.

    The town goes before the neighbours of a ZIP code. None in any other country: a German code has five digits, too.
    """
    if _is_elsewhere(address.country):
        return None
    code = address.postal_code
    return _locate_code(code) or _locate_town(address.city, address.state) or _locate_beside(code)


def _locate_code(postal_code: str) -> Point | None:
    code = postal_code.strip().upper()
    if us := _US.fullmatch(code):
        return usa.locate_zip(us[1])
    if canadian := _CANADIAN.fullmatch(code):
        return canada.locate_area(canadian[1])
    return None


def _locate_beside(postal_code: str) -> Point | None:
    us = _US.fullmatch(postal_code.strip())
    return usa.locate_beside(us[1]) if us else None


@cache
def _is_elsewhere(country: str) -> bool:
    """What is no country's name or code says nothing."""
    if squash(country) in _USUAL:
        return False
    _, code = country_of(country)
    return bool(code) and code not in _WITH_POINTS


def _locate_town(city: str, state: str) -> Point | None:
    name, folded = fold(city), fold(state)
    code = PROVINCES.get(folded) or STATES.get(folded) or folded.upper()
    if not name or not code:
        return None
    if code in PROVINCES.values():
        return canada.locate_town(code, name)
    return usa.locate_town(code, name) if code in STATES.values() else None
