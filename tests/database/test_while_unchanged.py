"""What is kept while the database is unchanged: never beyond a commit, whoever made it."""

import pysqlite3

from partscounter.database import Database, ReadWhenNeeded, WriteTx
from partscounter.database.engine import open_database
from partscounter.database.log import events_of
from partscounter.database.while_unchanged import WhileUnchanged
from partscounter.kit.clock import FixedClock
from tests.make.events import Happened, make_actor

CLERK = make_actor()


def emit(tx: WriteTx) -> int:
    return tx.emit(Happened())


def test_it_is_kept_until_something_is_written(sqlite_database: Database) -> None:
    held: WhileUnchanged[list[int]] = WhileUnchanged(sqlite_database, list)
    first = held.now()
    first.append(1)
    assert held.now() is first

    sqlite_database.write(CLERK, emit)

    second = held.now()
    assert second == []
    assert held.now() is second


def test_reading_changes_nothing(sqlite_database: Database) -> None:
    held: WhileUnchanged[list[int]] = WhileUnchanged(sqlite_database, list)
    first = held.now()

    with sqlite_database.read() as tx:
        assert events_of(tx, "thing:1") == []

    assert held.now() is first


def test_what_another_connection_writes_counts_as_well(sqlite_url: str, clock: FixedClock) -> None:
    database, other = open_database(sqlite_url, clock), open_database(sqlite_url, clock)
    held: WhileUnchanged[list[int]] = WhileUnchanged(database, list)
    first = held.now()

    other.write(CLERK, emit)
    second = held.now()
    raw = pysqlite3.connect(sqlite_url.removeprefix("sqlite:///"))
    raw.execute("DELETE FROM events")
    raw.commit()
    raw.close()
    third = held.now()

    assert [first is second, second is third, first is third] == [False, False, False]
    other.close()
    assert held.now() is third
    database.close()


def test_only_an_engine_that_tells_versions_keeps_anything(database: Database, database_url: str) -> None:
    held: WhileUnchanged[list[int]] = WhileUnchanged(database, list)

    assert (held.now() is held.now()) == database_url.startswith("sqlite")


def test_nothing_is_kept_of_a_closed_database(sqlite_url: str, clock: FixedClock) -> None:
    database = open_database(sqlite_url, clock)
    held: WhileUnchanged[list[int]] = WhileUnchanged(database, list)
    first = held.now()

    database.close()

    assert database.version() is None
    assert held.now() is not first


def test_a_read_begins_with_the_first_question_and_is_one(database: Database) -> None:
    with ReadWhenNeeded(database) as reading:
        database.write(CLERK, emit)
        assert events_of(reading(), "thing:1") != []
        database.write(CLERK, emit)
        assert len(events_of(reading(), "thing:1")) == 1
