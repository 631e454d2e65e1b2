"""Where an address is: by its postal code, or else by its town. United States and Canada.

US: the `zipcodes` package, whose coordinates are those of GeoNames (CC BY 4.0): one point per ZIP code; a town is the
mean of its ZIP codes. Canada: a small table of our own (`canada.py`): the town that an area is near. Military ZIP codes
abroad have no point.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

import zipcodes

from partscounter.kit.address import PostalAddress
from partscounter.kit.countries import country_of
from partscounter.kit.text import fold, squash
from partscounter.search.canada import PROVINCES, locate_area, locate_town
from partscounter.search.point import EARTH_RADIUS_MILES, Point, miles_between
from partscounter.search.states import STATES

__all__ = ["EARTH_RADIUS_MILES", "Point", "locate", "locate_address", "miles_between"]

_US = re.compile(r"(\d{5})(?:[- ]?\d{4})?", re.ASCII)
_CANADIAN = re.compile(r"([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])[- ]?\d[ABCEGHJ-NPRSTV-Z]\d", re.ASCII)
_USUAL = frozenset({"", "us", "usa", "unitedstates", "ca", "canada"})
"""As nearly all are written; the names of all countries are loaded for the others."""
_WITH_POINTS = frozenset({"US", "CA", "PR", "VI", "GU", "AS", "MP", "UM", "FM", "MH", "PW"})
"""The two, and the islands that have ZIP codes."""
_SHORT = re.compile(r"^(saint|sainte|fort|mount)\b")
_SHORT_FORMS = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt"}


def locate(postal_code: str) -> Point | None:
    """The point of a postal code: `68503`, `68503-1234`, `685031234`, `K1A 0B1`, `k1a0b1`. None if unknown."""
    code = postal_code.strip().upper()
    if us := _US.fullmatch(code):
        return _locate_us(us[1])
    if canadian := _CANADIAN.fullmatch(code):
        return locate_area(canadian[1])
    return None


def locate_address(address: PostalAddress) -> Point | None:
    """The point of the postal code; without a known one that of the town, if its state is given. None if neither.

    None in any other country: a German postal code has five digits, too.
    """
    if _is_elsewhere(address.country):
        return None
    return locate(address.postal_code) or _locate_town(address.city, address.state)


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
        return locate_town(code, name)
    return _towns_of(code).get(_key(name)) if code in STATES.values() else None


@lru_cache(maxsize=50_000)
def _locate_us(zip_code: str) -> Point | None:
    # The package loads its data with the first question, which costs 40 MB; its whole list as a dict would cost 150 MB.
    for place in zipcodes.matching(zip_code):  # type: ignore[no-untyped-call]  # its functions carry no types
        if point := _point(place):
            return point
    return None


@cache
def _towns_of(state: str) -> Mapping[str, Point]:
    """Every town of a state, by a key for its name, as the mean of its ZIP codes."""
    points: dict[str, list[Point]] = {}
    for place in zipcodes.filter_by(state=state):  # type: ignore[no-untyped-call]  # the same
        if point := _point(place):
            points.setdefault(_key(fold(place["city"])), []).append(point)
    return {name: _mean(found) for name, found in points.items()}


def _point(place: Mapping[str, str]) -> Point | None:
    latitude, longitude = float(place["lat"] or 0), float(place["long"] or 0)
    return Point(latitude, longitude) if latitude or longitude else None


def _mean(points: list[Point]) -> Point:
    count = len(points)
    return Point(sum(each.latitude for each in points) / count, sum(each.longitude for each in points) / count)


def _key(folded_name: str) -> str:
    """One key for `Saint Louis` and `St. Louis`."""
    return _SHORT.sub(lambda word: _SHORT_FORMS[word[1]], folded_name)
