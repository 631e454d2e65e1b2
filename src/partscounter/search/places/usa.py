"""Where ZIP codes and towns of the United States are: points of the Census Bureau and of GeoNames (decision 0010).

The two tables are made by `make_usa.py`. Each is loaded with the first question for it.
"""

import gzip
import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from partscounter.search.places.point import Point, miles_between

ZIPS = "usa-zips.csv.gz"
"""Rows of ZIP code, latitude, longitude; in the order of their first column."""
TOWNS = "usa-towns.csv.gz"
"""Rows of state and `town_key` with a blank between, latitude, longitude; in the same order."""

BESIDE_MILES = 15
"""Areas of neighbouring numbers that are no farther apart have the post boxes between them near, too: of such codes
95 in 100 are within 20 miles (decision 0010)."""
_SECTION = 3
"""The first digits of a ZIP code name the post's sorting centre; others are elsewhere."""

_SHORT = re.compile(r"^(saint|sainte|fort|mount)\b")
_SHORT_FORMS = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt"}
_ARTICLE = re.compile(r"^the ")
_APART = re.compile(r"\b(mc) | (s)\b")
"""`Mc Lean` and `Lee's Summit`, which the post writes as one word or without the apostrophe."""


@dataclass(frozen=True, slots=True)
class _Places:
    names: Sequence[str]
    """Sorted."""
    latitudes: Sequence[float]
    longitudes: Sequence[float]

    def find(self, name: str) -> Point | None:
        at = bisect_left(self.names, name)
        return self.point(at) if at < len(self.names) and self.names[at] == name else None

    def beside(self, name: str, alike: int) -> list[Point]:
        """The two that are nearest in order among those that begin with the same so many letters, or fewer."""
        at = bisect_left(self.names, name)
        places = [place for place in (at - 1, at, at - 2, at + 1) if 0 <= place < len(self.names)]
        return [self.point(place) for place in places if self.names[place][:alike] == name[:alike]][:2]

    def point(self, at: int) -> Point:
        return Point(self.latitudes[at], self.longitudes[at])


def locate_zip(zip_code: str) -> Point | None:
    """The point of a ZIP code of five digits; None for one that is no area."""
    return _places(ZIPS).find(zip_code)


def locate_beside(zip_code: str) -> Point | None:
    """About where a code that is no area itself is: in the middle of the areas that have the numbers beside it.

    None where these are so far apart that this would say little.
    """
    match _places(ZIPS).beside(zip_code, _SECTION):
        case [one, other] if miles_between(one, other) <= BESIDE_MILES:
            return Point((one.latitude + other.latitude) / 2, (one.longitude + other.longitude) / 2)
    return None


def locate_town(state: str, folded_name: str) -> Point | None:
    """The point of a town, by the state's code; None for one that is not listed."""
    return _places(TOWNS).find(f"{state} {town_key(folded_name)}")


def town_key(folded_name: str) -> str:
    """One key for `Saint Louis` and `St. Louis`, `McLean` and `Mc Lean`, `Lee's Summit` and `Lees Summit`."""
    joined = _APART.sub(r"\1\2", _ARTICLE.sub("", folded_name))
    return _SHORT.sub(lambda word: _SHORT_FORMS[word[1]], joined)


@cache
def _places(table: str) -> _Places:
    names: list[str] = []
    latitudes, longitudes = array("d"), array("d")
    with (
        (files("partscounter.search.places") / table).open("rb") as packed,
        gzip.open(packed, "rt", encoding="ascii") as rows,
    ):
        for row in rows:
            name, latitude, longitude = row.split(",")
            names.append(name)
            latitudes.append(float(latitude))
            longitudes.append(float(longitude))
    return _Places(names, latitudes, longitudes)
