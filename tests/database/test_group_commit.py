"""Verbs that share a commit on SQLite share nothing else."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

import pytest
import sqlalchemy as sa

from partscounter.database import Database, WriteTx
from partscounter.database.engine import open_database
from partscounter.database.group_commit import DatabaseClosed, WriteFailed
from partscounter.database.log import events_after
from partscounter.database.sqlite import NotAFile, UnsafeSQLite, require_safe_sqlite
from partscounter.kit.clock import FixedClock
from partscounter.kit.refusal import Conflict
from tests.make.events import Happened, make_actor

CLERK = make_actor()


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Database]:
    opened = open_database(sqlite_url, FixedClock())
    yield opened
    opened.close()


def emit(subject: str) -> Happened:
    return Happened(subject)


def subjects(database: Database) -> list[str]:
    with database.read() as tx:
        return [event.subject for event in events_after(tx, 0, None, 1000)]


def write_as_one_group(database: Database, verbs: list[object]) -> list[Future[object]]:
    """Holds the writer in a first verb until all `verbs` wait behind it, so that they are committed together."""
    begun, waiting = threading.Event(), threading.Event()

    def hold(_: WriteTx) -> None:
        begun.set()
        assert waiting.wait(10)

    with ThreadPoolExecutor(max_workers=len(verbs) + 1) as callers:
        holding = callers.submit(database.write, CLERK, hold)
        assert begun.wait(10)
        futures = [callers.submit(database.write, CLERK, verb) for verb in verbs]
        wait_for_queue(database, len(verbs))
        waiting.set()
    assert holding.done()
    return futures


def outcomes_of_one_group(database: Database, verbs: list[Callable[[WriteTx], object]]) -> list[str]:
    """The same in the order of `verbs`: how each failed, or nothing."""
    begun, waiting, landed = threading.Event(), threading.Event(), threading.Semaphore(0)
    outcomes: dict[int, Callable[[], object]] = {}

    def hold(_: WriteTx) -> None:
        begun.set()
        assert waiting.wait(10)

    def land(number: int, outcome: Callable[[], object]) -> None:
        outcomes[number] = outcome
        landed.release()

    for number, verb in enumerate([hold, *verbs]):
        database.submit(CLERK, verb, partial(land, number))
        assert begun.wait(10)
    waiting.set()
    assert all(landed.acquire(timeout=10) for _ in range(len(verbs) + 1))
    return [failure_of(outcomes[number]) for number in range(1, len(verbs) + 1)]


def failure_of(outcome: Callable[[], object]) -> str:
    try:
        outcome()
    except Conflict as error:
        return str(error)
    return ""


def wait_for_queue(database: Database, length: int) -> None:
    pause = threading.Event()
    for _ in range(2000):
        if database._group_commit._queue.qsize() == length:
            return
        pause.wait(0.005)
    raise AssertionError("the verbs never queued up")


def test_a_failing_verb_harms_no_other_of_its_group(sqlite: Database) -> None:
    def fail(tx: WriteTx) -> None:
        tx.emit(emit("thing:failed"))
        raise Conflict("no")

    def break_a_rule(tx: WriteTx) -> None:
        tx.emit(emit("thing:broken"))
        tx.connection.execute(sa.text("INSERT INTO events (id) VALUES (NULL)"))

    good = [lambda tx, name=f"thing:{n}": tx.emit(emit(name)) for n in range(5)]
    futures = write_as_one_group(sqlite, [*good[:2], fail, good[2], break_a_rule, *good[3:]])

    outcomes = [type(future.exception()) for future in futures]
    assert outcomes == [type(None)] * 2 + [Conflict, type(None), sa.exc.IntegrityError] + [type(None)] * 2
    assert sorted(subjects(sqlite)) == [f"thing:{n}" for n in range(5)]


def test_after_a_failure_that_has_changed_something_the_others_are_run_again(sqlite: Database) -> None:
    runs: list[str] = []

    def note(name: str, *, fails: bool = False, fails_again: bool = False) -> Callable[[WriteTx], object]:
        def verb(tx: WriteTx) -> int:
            runs.append(name)
            event_id = tx.emit(emit(f"thing:{name}"))
            if fails or (fails_again and runs.count(name) > 1):
                raise Conflict(name)
            return event_id

        return verb

    verbs = [note("a"), note("b", fails_again=True), note("c", fails=True), note("d")]
    outcomes = outcomes_of_one_group(sqlite, verbs)

    assert runs == ["a", "b", "c", "a", "b", "d"]
    assert outcomes == ["", "b", "c", ""]
    assert subjects(sqlite) == ["thing:a", "thing:d"]


def test_a_failure_that_has_changed_nothing_costs_its_group_nothing(sqlite: Database) -> None:
    runs: list[str] = []

    def refuse(tx: WriteTx) -> None:
        runs.append(f"refused at {len(events_after(tx, 0, None, 10))}")
        raise Conflict("no")

    def take(tx: WriteTx) -> None:
        runs.append("taken")
        tx.emit(emit("thing:1"))

    outcomes = outcomes_of_one_group(sqlite, [take, refuse, take])

    assert runs == ["taken", "refused at 1", "taken"]
    assert outcomes == ["", "no", ""]
    assert subjects(sqlite) == ["thing:1", "thing:1"]


def test_a_group_whose_commit_fails_is_kept_by_nobody_and_told_to_everybody(sqlite: Database) -> None:
    def lose_the_transaction(tx: WriteTx) -> None:
        tx.connection.exec_driver_sql("ROLLBACK")

    futures = write_as_one_group(sqlite, [lambda tx: tx.emit(emit("thing:1")), lose_the_transaction])

    assert [type(future.exception()) for future in futures] == [WriteFailed, WriteFailed]
    assert subjects(sqlite) == []
    sqlite.write(CLERK, lambda tx: tx.emit(emit("thing:2")))
    assert subjects(sqlite) == ["thing:2"]


def test_a_verb_cannot_ask_for_a_second_transaction(sqlite: Database) -> None:
    with pytest.raises(RuntimeError, match="second write transaction"):
        sqlite.write(CLERK, lambda _: sqlite.write(CLERK, lambda tx: tx.now))


def test_a_closed_database_refuses_to_write(sqlite: Database) -> None:
    sqlite.close()

    with pytest.raises(DatabaseClosed):
        sqlite.write(CLERK, lambda tx: tx.now)


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2)])
def test_a_sqlite_that_can_lose_commits_is_refused(version: tuple[int, ...]) -> None:
    with pytest.raises(UnsafeSQLite, match=r"3\.51\.3 or later"):
        require_safe_sqlite(version)


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 53, 0), (4, 0, 0)])
def test_a_sound_sqlite_is_accepted(version: tuple[int, ...]) -> None:
    require_safe_sqlite(version)


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_in_memory_is_refused(url: str) -> None:
    with pytest.raises(NotAFile):
        open_database(url, FixedClock())


def test_the_file_is_written_ahead_and_flushed(sqlite: Database) -> None:
    def settings(tx: WriteTx) -> tuple[object, ...]:
        names = ("journal_mode", "synchronous", "foreign_keys")
        return tuple(tx.connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names)

    assert sqlite.write(CLERK, settings) == ("wal", 2, 1)
