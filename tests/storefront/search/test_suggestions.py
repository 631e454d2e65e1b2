"""Suggestions beside the search box."""

import re
from pathlib import Path

import pytest

from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.catalog.aliases import AliasRow
from partscounter.kit.clock import FixedClock
from tests.make.accounts import Browser, browser
from tests.make.app import make_app
from tests.make.counter import TESTER
from tests.make.yard import Yard, make_yard

_OPTION = re.compile(r'data-address="([^"]+)"><span class="suggested">(.*?)</span> <span class="quiet">(.*?)</span>')


@pytest.fixture
def yard(sqlite_database: Database, clock: FixedClock, tmp_path: Path) -> Yard:
    return make_yard(sqlite_database, clock, tmp_path)


@pytest.fixture
def visitor(yard: Yard) -> Browser:
    return browser(build_asgi(yard.app))


def suggested(visitor: Browser, typed: str) -> list[tuple[str, str, str]]:
    return _OPTION.findall(visitor.get("/shop/suggest", params={"q": typed}).text)


def test_the_middle_of_a_part_number_is_suggested_with_what_has_it(visitor: Browser) -> None:
    assert suggested(visitor, "m-18 08") == [
        (
            "/shop/search?q=TM-1808.X",
            "T<mark>M-1808</mark>.X",
            "Part number · Transmission Assembly FULLER RTLO-18913A",
        )
    ]


def test_names_are_suggested_with_how_much_there_is_of_them(visitor: Browser) -> None:
    assert suggested(visitor, "ASS")[0] == (
        "/shop/search?type=Axle+Assembly",
        "Axle <mark>Ass</mark>embly",
        "Part type · 1",
    )
    assert ("/shop/search?make=CUMMINS", "<mark>CU</mark>MMINS", "Make · 4") in suggested(visitor, "cu")
    assert suggested(visitor, "isx")[-1] == ("/shop/search?model=ISX", "<mark>ISX</mark>", "Model · 4")


def test_another_word_for_a_name_is_suggested_once(visitor: Browser, yard: Yard) -> None:
    rows = [AliasRow(NameKind.PART_TYPE, "Gearbox", "Transmission Assembly")]
    yard.app.database.write(TESTER, lambda tx: aliases.put_aliases(tx, rows))

    assert suggested(visitor, "gear") == [
        ("/shop/search?type=Gearbox", "<mark>Gear</mark>box", "Part type · Transmission Assembly · 1")
    ]


@pytest.mark.parametrize("typed", ["", "a", "-", "((((", "x" * 500, "silent yard"])
def test_what_says_too_little_or_nothing_has_is_no_suggestion(visitor: Browser, typed: str) -> None:
    answer = visitor.get("/shop/suggest", params={"q": typed})

    assert (answer.status_code, _OPTION.findall(answer.text)) == (200, [])
    assert "No suggestions" in answer.text


def test_what_was_typed_is_never_markup(visitor: Browser) -> None:
    assert "<script" not in visitor.get("/shop/suggest", params={"q": "<script>cummins"}).text


def test_without_an_index_nothing_is_suggested_and_the_front_page_has_its_box(
    sqlite_database: Database, clock: FixedClock
) -> None:
    from_nothing = browser(build_asgi(make_app(sqlite_database, clock)))

    assert suggested(from_nothing, "cummins") == []
    assert 'name="q" type="search"' in from_nothing.get("/shop").text
