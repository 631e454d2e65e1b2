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

from partscounter.search.point import Point

ZIPS = "usa-zips.csv.gz"
"""Rows of ZIP code, latitude, longitude; in the order of their first column."""
TOWNS = "usa-towns.csv.gz"
"""Rows of state and `town_key` with a blank between, latitude, longitude; in the same order."""

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
        if at == len(self.names) or self.names[at] != name:
            return None
        return Point(self.latitudes[at], self.longitudes[at])


def locate_zip(zip_code: str) -> Point | None:
    """The point of a ZIP code of five digits; None for one that is no area, such as that of post boxes alone."""
    return _places(ZIPS).find(zip_code)


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
    with (files("partscounter.search") / table).open("rb") as packed, gzip.open(packed, "rt", encoding="ascii") as rows:
        for row in rows:
            name, latitude, longitude = row.split(",")
            names.append(name)
            latitudes.append(float(latitude))
            longitudes.append(float(longitude))
    return _Places(names, latitudes, longitudes)
