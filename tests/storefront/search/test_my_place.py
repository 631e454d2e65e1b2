"""Where the visitor is: kept in the browser, told as distance, filtered by."""

import re
from pathlib import Path

import pytest

from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.kit.clock import FixedClock
from tests.make.accounts import Browser, browser
from tests.make.web import BASE_URL
from tests.make.yard import Yard, make_yard

_AWAY = re.compile(r"· ([0-9,.\u202f]+ (?:mi|km)) away")


@pytest.fixture
def yard(sqlite_database: Database, clock: FixedClock, tmp_path: Path) -> Yard:
    return make_yard(sqlite_database, clock, tmp_path)


@pytest.fixture
def visitor(yard: Yard) -> Browser:
    return browser(build_asgi(yard.app))


def say_place(visitor: Browser, postal_code: str = "68503") -> None:
    visitor.submit("/shop/place", postal_code=postal_code, next="/shop/search?q=engine")


def distances(page: str) -> list[str]:
    return list(dict.fromkeys(_AWAY.findall(page)))


def test_saying_a_place_goes_back_and_the_nearest_come_first(visitor: Browser) -> None:
    saved = visitor.submit("/shop/place", postal_code=" 68503 ", next="/shop/search?q=engine")

    page = visitor.get("/shop/search?q=engine").text

    assert (saved.status_code, saved.headers["location"]) == (303, "/shop/search?q=engine")
    assert distances(page) == ["0 mi", "49 mi", "445 mi"]
    assert "Distances are from 68503." in page


def test_distances_are_in_kilometres_where_people_count_so(visitor: Browser) -> None:
    say_place(visitor, "k1a 0b1")

    page = visitor.get("/shop/search?vendor=7002", headers={"Accept-Language": "en-CA"}).text

    assert "Distances are from K1A0B1." in page
    assert [each[-2:] for each in distances(page)] == ["km"]
    assert '<option value="100km"' in page


@pytest.mark.parametrize(("within", "found"), [("25mi", ["0 mi"]), ("100km", ["0 mi", "49 mi"]), ("", None)])
def test_a_radius_filters(visitor: Browser, within: str, found: list[str] | None) -> None:
    say_place(visitor)

    page = visitor.get("/shop/search", params={"type": "Engine Assembly", "within": within}).text

    assert distances(page) == (found or ["0 mi", "49 mi", "445 mi"])


def test_a_code_that_is_nowhere_is_named_and_nothing_is_kept(visitor: Browser) -> None:
    say_place(visitor)

    refused = visitor.submit("/shop/place", postal_code="99999999999", next="/shop")

    assert refused.status_code == 400
    assert "This postal code is not known." in refused.text
    assert 'value="99999999999"' in refused.text
    assert "Distances are from 68503." in visitor.get("/shop").text


def test_an_empty_code_forgets_the_place(visitor: Browser) -> None:
    say_place(visitor)
    visitor.submit("/shop/place", postal_code="", next="/shop")

    assert "Distances are from" not in visitor.get("/shop").text


def test_a_form_of_another_site_is_refused_and_a_foreign_target_is_not_followed(visitor: Browser) -> None:
    foreign = visitor.post("/shop/place", data={"postal_code": "68503"}, headers={"Origin": BASE_URL})
    elsewhere = visitor.submit("/shop/place", postal_code="68503", next="https://elsewhere.example/")

    assert foreign.status_code == 403
    assert elsewhere.headers["location"] == "/shop"
