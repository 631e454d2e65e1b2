"""Postal codes become points, and points are some miles apart."""

import csv
from importlib.resources import files

import pytest

from partscounter.kit.address import PostalAddress
from partscounter.search import Point, locate, miles_between
from partscounter.search.places import locate_address


@pytest.mark.parametrize("typed", ["68503", " 68503 ", "68503-1234", "685031234", "68503 1234"])
def test_locates_a_zip_code_in_each_spelling(typed: str) -> None:
    found = locate(typed)

    assert found is not None
    assert miles_between(found, Point(40.82, -96.68)) < 3  # Lincoln, Nebraska


@pytest.mark.parametrize("typed", ["M5V 3L9", "m5v3l9", "M5V-3L9"])
def test_locates_a_canadian_code_by_its_area(typed: str) -> None:
    found = locate(typed)

    assert found is not None
    assert miles_between(found, Point(43.64, -79.39)) < 3  # Toronto


@pytest.mark.parametrize(
    "typed", ["", "00000", "6850", "685033", "68503-12", "M5V", "D1A 1A1", "W1A 1A1", "M5V 3O9", "09001", "٦٨٥٠٣"]
)
def test_does_not_know_other_codes(typed: str) -> None:
    assert locate(typed) is None


def test_measures_along_the_great_circle() -> None:
    assert round(miles_between(Point(0, 0), Point(0, 90)), 1) == 6218.4
    assert round(miles_between(Point(40.7128, -74.006), Point(34.0522, -118.2437))) == 2446
    assert miles_between(Point(40, -75), Point(40, -75)) == 0


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("K1A 0B1", Point(45.42, -75.70)),
        ("h2x1y4", Point(45.51, -73.57)),
        ("T2P 2M5", Point(51.05, -114.07)),
        ("V6B 1A1", Point(49.28, -123.12)),
        ("B3H 4R2", Point(44.64, -63.59)),
        ("V1Y 6N5", Point(49.89, -119.50)),
        ("P0L 1A0", Point(49.42, -82.42)),
    ],
)
def test_locates_an_area_by_the_town_it_is_near(typed: str, near: Point) -> None:
    found = locate(typed)

    assert found is not None
    assert miles_between(found, near) < 3


def test_no_area_stands_at_two_towns_and_every_town_in_its_country() -> None:
    rows = list(csv.DictReader((files("partscounter.search.places") / "canada.csv").read_text().splitlines()))
    areas = [area for row in rows for area in row["areas"].split()]

    assert sorted(areas) == sorted(set(areas))
    assert {area[0] for area in areas} == set("ABCEGHJKLMNPRSTVXY")
    assert all(41 < float(row["latitude"]) < 84 and -141 < float(row["longitude"]) < -52 for row in rows)


@pytest.mark.parametrize(
    ("city", "state", "near"),
    [
        ("Lincoln", "NE", Point(40.81, -96.68)),
        ("LINCOLN", "Nebraska", Point(40.81, -96.68)),
        ("St. Louis", "mo", Point(38.63, -90.30)),
        ("Saint Louis", "MO", Point(38.63, -90.30)),
        ("Montréal", "Québec", Point(45.51, -73.57)),
        ("sault ste marie", "ON", Point(46.52, -84.35)),
    ],
)
def test_a_store_without_a_postal_code_is_where_its_town_is(city: str, state: str, near: Point) -> None:
    found = locate_address(PostalAddress(city=city, state=state))

    assert found is not None
    assert miles_between(found, near) < 6


def test_the_postal_code_goes_before_the_town() -> None:
    address = PostalAddress(city="Lincoln", state="NE", postal_code="68102")

    assert locate_address(address) == locate("68102")
    assert locate_address(PostalAddress(city="Omaha", state="NE", postal_code="?")) is not None


@pytest.mark.parametrize("country", ["DE", "deu", "Germany", "GB", "Mexico"])
def test_a_code_of_another_country_is_no_zip_code(country: str) -> None:
    assert locate_address(PostalAddress(postal_code="10115", country=country)) is None
    assert locate_address(PostalAddress(city="Omaha", state="NE", country=country)) is None


@pytest.mark.parametrize(
    "country", ["", "US", "usa", "U.S.A.", "United States", "PR", "Puerto Rico", "CA", "Canada", "somewhere"]
)
def test_a_code_is_where_it_is_whatever_the_country_is_called(country: str) -> None:
    assert locate_address(PostalAddress(postal_code="68102", country=country)) == locate("68102")


@pytest.mark.parametrize(("city", "state"), [("", "NE"), ("Lincoln", ""), ("Nowhere at All", "NE"), ("Lincoln", "ZZ")])
def test_a_town_that_is_not_known_has_no_place(city: str, state: str) -> None:
    assert locate_address(PostalAddress(city=city, state=state)) is None
