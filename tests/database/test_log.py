"""The event log keeps everything, in an order that a reader with a cursor can rely on."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from partscounter.database import Database, WriteTx
from partscounter.database.engine import open_database
from partscounter.database.log import StoredEvent, events_after, events_of, head
from partscounter.kit.clock import FixedClock
from partscounter.kit.event import Event
from tests.make.events import Ended, Happened, make_actor

CLERK = make_actor()


def read_ids(database: Database, cursor: int = 0, kinds: tuple[str, ...] | None = None, limit: int = 100) -> list[int]:
    with database.read() as tx:
        return [event.id for event in events_after(tx, cursor, kinds, limit)]


def test_an_event_is_stored_with_who_when_and_what(database: Database, clock: FixedClock) -> None:
    actor = make_actor(name="acme", door="parts_orders", request_id="r-1", payload='{"po": "1"}')

    event_id = database.write(actor, lambda tx: tx.emit(Happened("thing:7", {"count": 2, "of": ["a"]})))

    with database.read() as tx:
        assert events_after(tx, 0, None, 10) == [
            StoredEvent(
                id=event_id,
                occurred_at=clock.at,
                kind="test.happened",
                subject="thing:7",
                data={"count": 2, "of": ["a"]},
                actor="acme",
                door="parts_orders",
                request_id="r-1",
                payload='{"po": "1"}',
            )
        ]


def test_an_empty_log_ends_at_zero(database: Database) -> None:
    with database.read() as tx:
        assert head(tx) == 0
        assert events_after(tx, 0, None, 10) == []


def test_a_reader_follows_with_a_cursor(database: Database) -> None:
    ids = [database.write(CLERK, lambda tx, e=event: tx.emit(e)) for event in (Happened(), Ended(), Happened())]

    assert read_ids(database) == ids
    assert read_ids(database, cursor=ids[0]) == ids[1:]
    assert read_ids(database, limit=2) == ids[:2]
    assert read_ids(database, kinds=("test.ended",)) == [ids[1]]
    assert read_ids(database, kinds=()) == []
    with database.read() as tx:
        assert head(tx) == ids[2]


def test_the_history_of_one_thing_is_found(database: Database) -> None:
    for event in (Happened("thing:1"), Happened("thing:2"), Ended("thing:1")):
        database.write(CLERK, lambda tx, e=event: tx.emit(e))

    with database.read() as tx:
        assert [event.kind for event in events_of(tx, "thing:1")] == ["test.happened", "test.ended"]


def test_the_hook_sees_each_event_inside_its_transaction(database_url: str, clock: FixedClock) -> None:
    seen: list[tuple[str, int, int]] = []

    def hook(tx: WriteTx, event: Event, event_id: int) -> None:
        seen.append((event.subject, event_id, len(events_of(tx, event.subject))))
        if event.subject == "thing:2":
            raise RuntimeError("no job for this")

    database = open_database(database_url, clock, hook)
    first = database.write(CLERK, lambda tx: tx.emit(Happened("thing:1")))
    with pytest.raises(RuntimeError, match="no job for this"):
        database.write(CLERK, lambda tx: tx.emit(Happened("thing:2")))

    assert seen == [("thing:1", first, 1), ("thing:2", first + 1, 1)]
    assert read_ids(database) == [first]
    database.close()


def test_a_reader_never_passes_over_a_late_commit(postgres_url: str, clock: FixedClock) -> None:
    """The one that started first draws the larger id and commits first."""
    database = open_database(postgres_url, clock)
    started, drawn, release = threading.Event(), threading.Event(), threading.Event()

    def early(tx: WriteTx) -> int:
        tx.connection.execute(sa.text("SELECT pg_current_xact_id()"))
        started.set()
        assert drawn.wait(10)
        return tx.emit(Happened("thing:early"))

    def late(tx: WriteTx) -> int:
        assert started.wait(10)
        event_id = tx.emit(Happened("thing:late"))
        drawn.set()
        assert release.wait(10)
        return event_id

    with ThreadPoolExecutor(2) as writers:
        early_id, late_id = writers.submit(database.write, CLERK, early), writers.submit(database.write, CLERK, late)
        assert early_id.result() == 2
        assert read_ids(database) == [2]
        release.set()
        assert late_id.result() == 1

    assert read_ids(database) == [2, 1]
    assert read_ids(database, cursor=2) == [1]
    assert read_ids(database, cursor=1) == []
    with database.read() as tx:
        assert head(tx) == 1
    database.close()


def test_nothing_is_shown_behind_a_transaction_still_running(postgres_url: str, clock: FixedClock) -> None:
    database = open_database(postgres_url, clock)
    started, release = threading.Event(), threading.Event()

    def stay_open(tx: WriteTx) -> int:
        event_id = tx.emit(Happened("thing:slow"))
        started.set()
        assert release.wait(10)
        return event_id

    with ThreadPoolExecutor(1) as writer:
        slow = writer.submit(database.write, CLERK, stay_open)
        assert started.wait(10)
        database.write(CLERK, lambda tx: tx.emit(Happened("thing:quick")))
        assert read_ids(database) == []
        release.set()
        assert slow.result() == 1

    assert read_ids(database) == [1, 2]
    database.close()
