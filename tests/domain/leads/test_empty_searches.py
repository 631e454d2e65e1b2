"""Searches that found nothing are counted by month, in a bounded number of rows."""

from datetime import UTC, datetime
from functools import partial

import pytest

from partscounter.database import Database
from partscounter.domain.leads.empty_searches import (
    EmptySearch,
    EmptySearches,
    SearchedWords,
    count,
    count_empty_searches,
    note_empty_searches,
    total_searches,
)
from partscounter.kit.clock import FixedClock
from tests.make.access import emitted
from tests.make.counter import TESTER

DRUM = SearchedWords("brake drum", "volvo")
HOOD = SearchedWords(keywords="hood")


def note(database: Database, **searches: int) -> None:
    words = {"drum": DRUM, "hood": HOOD, "axle": SearchedWords("axle")}
    noted = {words[name]: number for name, number in searches.items()}
    database.write(TESTER, partial(note_empty_searches, searches=noted))


def test_adds_up_by_month(database: Database, clock: FixedClock) -> None:
    note(database, drum=2, hood=1)
    note(database, drum=3)
    clock.at = datetime(2026, 4, 1, tzinfo=UTC)
    note(database, hood=7)

    with database.read() as tx:
        found, march, first = (
            count_empty_searches(tx),
            count_empty_searches(tx, "2026-03"),
            count_empty_searches(tx, limit=1),
        )
    assert found == [
        EmptySearch("2026-04", HOOD, 7),
        EmptySearch("2026-03", DRUM, 5),
        EmptySearch("2026-03", HOOD, 1),
    ]
    assert march == found[1:]
    assert first == found[:1]
    assert emitted(database) == []


def test_forgets_the_rarest_of_a_month(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(count, "MOST_KEPT", 2)
    note(database, drum=2, hood=1, axle=3)

    with database.read() as tx:
        assert [each.words.part_type for each in count_empty_searches(tx)] == ["axle", "brake drum"]


def test_collects_the_same_search_as_one() -> None:
    searches = EmptySearches()
    searches.add(SearchedWords("Brake  Drum", "VOLVO", "*", ""))
    searches.add(SearchedWords(" brake drum", "Volvo", "", "*"))

    assert searches.take() == {DRUM: 2}
    assert searches.take() == {}


def test_collects_so_many_and_no_more() -> None:
    searches = EmptySearches()
    for number in range(5_001):
        searches.add(SearchedWords(keywords=f"{number} {'x' * 300}"))
    searches.add(SearchedWords(keywords=f"0 {'x' * 300}"))

    collected = searches.take()

    assert (len(collected), sum(collected.values())) == (5_000, 5_001)
    assert {len(words.keywords) for words in collected} == {200}


def test_totals_a_month(database: Database) -> None:
    note(database, drum=2, hood=1)

    with database.read() as tx:
        assert (total_searches(tx, "2026-03"), total_searches(tx, "2026-04")) == (3, 0)
