"""Where a postal code is: US ZIP codes and Canadian postal codes, from data that comes with two packages.

US: the `zipcodes` package, whose coordinates are those of GeoNames (CC BY 4.0): one point per ZIP code. Canada: the
`pypostalcode` package, from Statistics Canada's boundary file of 2011: one point per forward sortation area, the first
three characters; a point is some miles off in a town, and up to a few hundred in the north. Areas opened since 2011 and
military ZIP codes abroad have no point.
"""

import math
import re
from dataclasses import dataclass
from functools import lru_cache

import pypostalcode  # type: ignore[import-untyped]  # the package carries no types
import zipcodes

EARTH_RADIUS_MILES = 3958.7613
"""The mean radius (6371.0088 km)."""

_US = re.compile(r"(\d{5})(?:[- ]?\d{4})?", re.ASCII)
_CANADIAN = re.compile(r"([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])[- ]?\d[ABCEGHJ-NPRSTV-Z]\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class Point:
    """A place on earth, in degrees; north and east are positive."""

    latitude: float
    longitude: float


def locate(postal_code: str) -> Point | None:
    """The point of a postal code: `68503`, `68503-1234`, `685031234`, `K1A 0B1`, `k1a0b1`. None if unknown."""
    code = postal_code.strip().upper()
    if us := _US.fullmatch(code):
        return _locate_us(us[1])
    if canadian := _CANADIAN.fullmatch(code):
        return _locate_canadian(canadian[1])
    return None


def miles_between(one: Point, other: Point) -> float:
    """The great-circle distance."""
    latitude, other_latitude = math.radians(one.latitude), math.radians(other.latitude)
    north = math.sin((other_latitude - latitude) / 2) ** 2
    east = math.sin(math.radians(other.longitude - one.longitude) / 2) ** 2
    chord = north + math.cos(latitude) * math.cos(other_latitude) * east
    return 2 * EARTH_RADIUS_MILES * math.asin(math.sqrt(min(1.0, chord)))


@lru_cache(maxsize=50_000)
def _locate_us(zip_code: str) -> Point | None:
    # Asking the package costs 3 ms a code, and 40 MB once; its whole list as a dict would cost 150 MB.
    for place in zipcodes.matching(zip_code):  # type: ignore[no-untyped-call]  # its functions carry no types
        latitude, longitude = float(place["lat"] or 0), float(place["long"] or 0)
        if latitude or longitude:
            return Point(latitude, longitude)
    return None


@lru_cache(maxsize=2_000)
def _locate_canadian(area: str) -> Point | None:
    found = pypostalcode.PostalCodeDatabase().get(area)
    return Point(float(found[0].latitude), float(found[0].longitude)) if found else None
