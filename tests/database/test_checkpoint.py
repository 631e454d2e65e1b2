"""SQLite's log is carried into its file between commits, and a failure at that is nobody's failure."""

from pathlib import Path

import pysqlite3
import pytest
import sqlalchemy as sa

from partscounter.database.checkpoint import DUE, NEVER_IN_A_COMMIT, checkpoint_if_due
from partscounter.database.engine import open_database
from partscounter.database.sqlite import sqlite_engine
from partscounter.kit.clock import FixedClock
from tests.make.counter import TESTER


@pytest.fixture
def engine(tmp_path: Path) -> sa.Engine:
    """Of a file whose log has more than twenty pages, of which none is in the file."""
    found = sqlite_engine(f"sqlite:///{tmp_path / 'a.db'}", begin="BEGIN IMMEDIATE", more_pragmas=(NEVER_IN_A_COMMIT,))
    driver = found.raw_connection()
    driver.cursor().execute("PRAGMA journal_mode = WAL")
    driver.close()
    with found.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE notes (text TEXT)")
        connection.exec_driver_sql("INSERT INTO notes VALUES (?)", ("x" * 100_000,))
    return found


def log_of(engine: sa.Engine) -> tuple[int, int]:
    """Pages of the log, and how many of them are in the file."""
    driver = engine.raw_connection()
    [(_, pages, copied)] = driver.cursor().execute("PRAGMA wal_checkpoint(NOOP)").fetchall()
    driver.close()
    return pages, copied


def test_the_log_is_carried_into_the_file_when_it_is_long(engine: sa.Engine) -> None:
    pages, copied = log_of(engine)
    assert (pages > 20, copied) == (True, 0)

    checkpoint_if_due(engine, due=pages + 1)
    assert log_of(engine) == (pages, 0)

    checkpoint_if_due(engine, due=pages)
    assert log_of(engine) == (pages, pages)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT length(text) FROM notes").scalars().all() == [100_000]


def test_what_another_connection_still_reads_is_carried_over_later(engine: sa.Engine) -> None:
    pages, _ = log_of(engine)
    reading = engine.connect()
    assert reading.exec_driver_sql("SELECT count(*) FROM notes").scalar_one() == 1
    reading.rollback()
    other = pysqlite3.connect(str(engine.url.database), isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM notes").fetchall()
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO notes VALUES ('later')")

    checkpoint_if_due(engine, due=1)
    assert log_of(engine)[1] == pages

    other.close()
    checkpoint_if_due(engine, due=1)
    now, copied = log_of(engine)
    assert now == copied > pages


def test_a_failure_is_nobody_s(tmp_path: Path) -> None:
    nowhere = sqlite_engine(f"sqlite:///{tmp_path / 'missing' / 'a.db'}", begin="BEGIN IMMEDIATE")
    with pytest.raises(pysqlite3.OperationalError, match="unable to open database file"):
        nowhere.raw_connection()

    checkpoint_if_due(nowhere)


def test_a_long_log_is_carried_over_once_who_wrote_has_the_answer(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'a.db'}", FixedClock())
    long = "x" * (DUE + 100) * 4096
    database.write(TESTER, lambda tx: tx.connection.exec_driver_sql("CREATE TABLE notes (text TEXT)"))
    database.write(TESTER, lambda tx: tx.connection.exec_driver_sql("INSERT INTO notes VALUES (?)", (long,)))
    database.write(TESTER, lambda _: None)  # the writer is back from its tidying by then

    pages, copied = log_of(sqlite_engine(f"sqlite:///{tmp_path / 'a.db'}", begin="BEGIN"))
    assert pages == copied > DUE
    database.close()
