"""Where Canadian postal codes and towns are, roughly: our own table of which town an area is near (decision 0005)."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from partscounter.kit.text import fold
from partscounter.search.places.point import Point

PROVINCES: Mapping[str, str] = {
    "alberta": "AB",
    "british columbia": "BC",
    "manitoba": "MB",
    "new brunswick": "NB",
    "newfoundland and labrador": "NL",
    "newfoundland": "NL",
    "nova scotia": "NS",
    "northwest territories": "NT",
    "nunavut": "NU",
    "ontario": "ON",
    "prince edward island": "PE",
    "quebec": "QC",
    "saskatchewan": "SK",
    "yukon": "YT",
}
"""Code by folded name."""


@dataclass(frozen=True, slots=True)
class _Canada:
    areas: Mapping[str, Point]
    """By the first two or three characters of a postal code."""
    towns: Mapping[tuple[str, str], Point]
    """By province and folded name."""


def locate_area(area: str) -> Point | None:
    """The point of a forward sortation area, such as `M5V`: its own, or else that of all that begin as it does."""
    return _canada().areas.get(area) or _canada().areas.get(area[:2])


def locate_town(province: str, folded_name: str) -> Point | None:
    """The point of a town, by the province's code."""
    return _canada().towns.get((province, folded_name))


@cache
def _canada() -> _Canada:
    areas: dict[str, Point] = {}
    towns: dict[tuple[str, str], Point] = {}
    lines = (files("partscounter.search.places") / "canada.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(lines):
        point = Point(float(row["latitude"]), float(row["longitude"]))
        towns[row["province"], fold(row["town"])] = point
        areas.update(dict.fromkeys(row["areas"].split(), point))
    return _Canada(areas, towns)
