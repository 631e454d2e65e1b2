"""Postal codes become points, and points are some miles apart."""

import pytest

from partscounter.search import Point, locate, miles_between


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
