"""The tables of the United States are made from two lists, always in the same way."""

import gzip
import json
from pathlib import Path

import pytest

from partscounter.search import Point
from partscounter.search.places.make_usa import main, towns_of, zips_of


def city(
    name: str, state: str, north: float, *, people: int = 1, number: int = 1, country: str = "US"
) -> dict[str, object]:
    return {
        "geonameid": number,
        "name": name,
        "latitude": north,
        "longitude": -90.00004,
        "countrycode": country,
        "population": people,
        "admin1code": state,
    }


def test_a_town_is_listed_by_state_and_key() -> None:
    assert towns_of([city("Saint Élmo", "IL", 39.12345)]) == {"IL st elmo": Point(39.1234, -90.0)}


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        (city("Toronto", "08", 43, country="CA"), []),
        (city("Base", "00", 43), []),
        (city("Ponce", "113", 18, country="PR"), ["PR ponce"]),
        (city("Yigo Village", "YI", 13, country="GU"), ["GU yigo"]),
        (city("Greenwich Village", "NY", 40), ["NY greenwich village"]),
        (city("New York City", "NY", 40), ["NY new york city", "NY new york"]),
    ],
)
def test_the_states_and_their_territories_are_listed(listed: dict[str, object], names: list[str]) -> None:
    assert list(towns_of([listed])) == names


def test_of_neighbours_with_one_name_the_larger_is_taken() -> None:
    cities = [
        city("Ash", "OH", 40.0, people=5),
        city("Ash", "OH", 40.1, people=9, number=3),
        city("Ash", "OH", 40.2, people=9, number=2),
    ]

    assert towns_of(cities) == {"OH ash": Point(40.2, -90.0)}


def test_a_name_of_two_distant_towns_is_left_out() -> None:
    assert towns_of([city("Ash", "OH", 40, people=9_000), city("Ash", "OH", 40.3)]) == {}
    assert towns_of([city("Ash", "OH", 40), city("Ash", "IN", 40.3)]) == {
        "OH ash": Point(40.0, -90.0),
        "IN ash": Point(40.3, -90.0),
    }


def test_a_zip_code_stands_in_its_area_or_at_its_town() -> None:
    listed = [
        {"zipCode": "83716", "latitude": 43.6, "longitude": -115.5},
        {"zipCode": "10001", "latitude": 40.75065, "longitude": -73.997293},
    ]

    assert zips_of(listed, {"ID boise": Point(43.6135, -116.2035)}) == {
        "83716": Point(43.6135, -116.2035),
        "10001": Point(40.7507, -73.9973),
    }


def test_the_files_are_the_same_each_time(tmp_path: Path) -> None:
    (tmp_path / "array.js").write_text(
        'module.exports = [\n  {"latitude":40.75065,"longitude":-73.997293,"zipCode":"10001"}\n]\n'
    )
    (tmp_path / "cities.json").write_text(json.dumps({"1": city("Ash", "OH", 40)}))

    written = []
    for name in ("one", "other"):
        folder = tmp_path / name
        folder.mkdir()
        main(str(tmp_path / "array.js"), str(tmp_path / "cities.json"), str(folder))
        written.append({path.name: path.read_bytes() for path in folder.iterdir()})

    assert written[0] == written[1]
    assert {name: gzip.decompress(packed) for name, packed in written[0].items()} == {
        "usa-zips.csv.gz": b"10001,40.7507,-73.9973\n",
        "usa-towns.csv.gz": b"OH ash,40.0,-90.0\n",
    }
