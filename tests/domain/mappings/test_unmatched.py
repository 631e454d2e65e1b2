"""Words searched for in vain: how they are collected, counted, bounded, and told."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from partscounter.database import Database
from partscounter.domain import catalog, mappings
from partscounter.domain.catalog import NameKind
from partscounter.domain.mappings import UnmatchedWord, UnmatchedWords, unmatched
from tests.make.counter import TESTER
from tests.make.mappings import user_id
from tests.make.yard import make_user

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def note(database: Database, words: UnmatchedWords) -> None:
    taken = words.take()
    database.write(TESTER, lambda tx: mappings.note_unmatched(tx, taken))


def told(database: Database, id_: int, kind: NameKind = NameKind.MAKE) -> list[UnmatchedWord]:
    with database.read() as tx:
        return mappings.list_unmatched(tx, id_, kind)


def test_searches_add_up_over_spellings_and_batches_by_user_and_kind(database: Database) -> None:
    make_user(database, "webshop")
    make_user(database, "other")
    id_, other = user_id(database), user_id(database, "other")
    words = UnmatchedWords()
    words.add(id_, NameKind.MAKE, "Gizmo", NOON)
    words.add(id_, NameKind.MAKE, "GIZ-MO", NOON + timedelta(minutes=1))
    words.add(id_, NameKind.MODEL, "Gizmo", NOON)
    words.add(other, NameKind.MAKE, "Rare", NOON)
    note(database, words)
    words.add(id_, NameKind.MAKE, "gizmo", NOON + timedelta(hours=1))
    words.add(id_, NameKind.MAKE, "Other", NOON)
    note(database, words)
    note(database, words)

    assert told(database, id_) == [
        UnmatchedWord(NameKind.MAKE, "gizmo", 3, NOON + timedelta(hours=1)),
        UnmatchedWord(NameKind.MAKE, "Other", 1, NOON),
    ]
    assert told(database, id_, NameKind.MODEL) == [UnmatchedWord(NameKind.MODEL, "Gizmo", 1, NOON)]
    assert told(database, other) == [UnmatchedWord(NameKind.MAKE, "Rare", 1, NOON)]


def test_what_names_something_by_now_is_told_no_longer(database: Database) -> None:
    make_user(database, "webshop")
    id_, words = user_id(database), UnmatchedWords()
    words.add(id_, NameKind.MAKE, "Gizmo", NOON)
    words.add(id_, NameKind.MAKE, "1", NOON)
    note(database, words)

    database.write(TESTER, lambda tx: catalog.number_names(tx, NameKind.MAKE, ["GIZMO"]))

    assert told(database, id_) == []


def test_only_the_words_searched_for_last_are_kept(sqlite_database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unmatched, "MOST_KEPT", 3)
    make_user(sqlite_database, "webshop")
    id_, words = user_id(sqlite_database), UnmatchedWords()
    for number in range(6):
        words.add(id_, NameKind.MAKE, f"w{number}", NOON + timedelta(seconds=number))
    note(sqlite_database, words)

    assert [word.text for word in told(sqlite_database, id_)] == ["w3", "w4", "w5"]


def test_a_flood_of_words_is_cut_off_and_known_ones_still_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unmatched, "MOST_WAITING", 2)
    words = UnmatchedWords()
    for text in ("a", "b", "c", "a", "x" * 201):
        words.add(1, NameKind.MAKE, text, NOON)

    assert {word.text: word.searches for word in words.take().values()} == {"a": 2, "b": 1}
    assert words.take() == {}


def test_a_user_that_is_gone_is_passed_over(database: Database) -> None:
    words = UnmatchedWords()
    words.add(999, NameKind.MAKE, "Gizmo", NOON)

    note(database, words)

    assert told(database, 999) == []


def test_processes_that_note_at_once_lose_no_search(database: Database) -> None:
    make_user(database, "webshop")
    id_ = user_id(database)
    together = threading.Barrier(6)

    def search(_: int) -> None:
        words = UnmatchedWords()
        for text in ("b", "a", "c"):
            words.add(id_, NameKind.MAKE, text, NOON)
        together.wait(timeout=30)
        note(database, words)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(search, range(6)))

    assert [(word.text, word.searches) for word in told(database, id_)] == [("a", 6), ("b", 6), ("c", 6)]
