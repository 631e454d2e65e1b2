"""SQLite as the embedded database: readers on their own connections, one writer thread for each process."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

import pysqlite3
import sqlalchemy as sa
from sqlalchemy import event

from partscounter.database.checkpoint import NEVER_IN_A_COMMIT, checkpoint_if_due
from partscounter.database.group_commit import GroupCommit
from partscounter.database.json_text import read_json
from partscounter.database.limits import PlannedOnce
from partscounter.database.record import EventHook, event_recorder
from partscounter.database.transaction import Outcome, WriteTx
from partscounter.database.turnstile import Turnstile
from partscounter.database.views import Kept, View
from partscounter.database.watch import Watch
from partscounter.kit.actor import Actor
from partscounter.kit.clock import Clock

T = TypeVar("T")

FIRST_SAFE_VERSION = (3, 51, 3)
"""Up to 3.51.2 a race at the reset of the write-ahead log can lose committed writes (sqlite.org/wal.html)."""

_ON_CONNECT = ("PRAGMA busy_timeout = 30000", "PRAGMA foreign_keys = ON", "PRAGMA synchronous = FULL")

_ROOM_FOR_A_BATCH = "PRAGMA cache_size = -32000"
"""Kilobytes: the pages that two thousand new items touch. With less they are written twice, and read again between."""
_OF_THE_WRITER = (_ROOM_FOR_A_BATCH, NEVER_IN_A_COMMIT)


class UnsafeSQLite(RuntimeError):
    """The SQLite library linked here can corrupt a database that several connections use."""


class NotAFile(ValueError):
    """The URL names a database in memory, which worker, web and command line cannot share."""


class _Driver(Protocol):
    isolation_level: str | None

    def execute(self, sql: str, /) -> object: ...


class SQLiteDatabase:
    """A file in WAL mode. Reads run in the calling thread; writes are handed to one thread and committed in groups."""

    is_local = True

    def __init__(self, url: str, clock: Clock, on_event: EventHook) -> None:
        require_safe_sqlite(pysqlite3.sqlite_version_info)
        path = file_of(url)
        self._clock = clock
        self._turnstile = Turnstile(path)
        with self._turnstile:
            _switch_to_wal(path)
        self._readers = sqlite_engine(url, begin="BEGIN", more_pragmas=("PRAGMA query_only = ON",))
        self._kept = Kept(self._readers)
        self._watch = Watch(path)
        self._writers = sqlite_engine(url, begin="BEGIN IMMEDIATE", more_pragmas=_OF_THE_WRITER)
        self._group_commit = GroupCommit(
            self._writers,
            self._turnstile,
            clock,
            event_recorder(on_event, number_transactions=False),
            partial(checkpoint_if_due, self._writers),
        )

    def read(self) -> View:
        """The view is fixed by the first statement; leaving rolls back."""
        return View(self._kept, self._clock)

    def write(self, actor: Actor, verb: Callable[[WriteTx], T]) -> T:
        """Raises what `verb` raises, or `WriteFailed` if the transaction itself could not begin or commit."""
        return self._group_commit.write(actor, verb)

    def submit(self, actor: Actor, verb: Callable[[WriteTx], T], landed: Callable[[Outcome[T]], None]) -> None:
        """Returns at once."""
        self._group_commit.submit(actor, verb, landed)

    def version(self) -> int | None:
        """Some microseconds, nearly all of them SQLite's locks."""
        return self._watch.version()

    def close(self) -> None:
        """Writes that were handed in are still committed; later ones are refused."""
        self._group_commit.close()
        self._kept.close()
        self._watch.close()
        self._readers.dispose()
        self._writers.dispose()
        self._turnstile.close()


def require_safe_sqlite(version: tuple[int, ...]) -> None:
    """Raise `UnsafeSQLite` for a version inside the range of the WAL-reset defect."""
    if version < FIRST_SAFE_VERSION:
        found, needed = (".".join(map(str, one)) for one in (version, FIRST_SAFE_VERSION))
        raise UnsafeSQLite(f"SQLite {found} can lose committed writes; {needed} or later is needed")


def file_of(url: str) -> Path:
    """The file that a SQLite URL names. Raises `NotAFile` for a database in memory."""
    name = sa.make_url(url).database
    if not name or name == ":memory:":
        raise NotAFile("a database in memory cannot be shared between processes; name a file: sqlite:////path/to/file")
    return Path(name)


def sqlite_engine(url: str, *, begin: str, more_pragmas: tuple[str, ...] = ()) -> sa.Engine:
    """An engine whose transactions open with exactly `begin`.

    The driver's own habit of opening one before the first INSERT is switched off: with it, two threads read the same
    stock and both sell it. A connection is added whenever all are in use, so that a read within a read cannot block.
    The one that was used last is used next: its cache holds what is asked for.
    """
    engine = sa.create_engine(
        url,
        module=pysqlite3,
        pool_size=16,
        max_overflow=-1,
        pool_use_lifo=True,
        json_deserializer=read_json,
    )
    engine.dialect.statement_compiler = PlannedOnce

    @event.listens_for(engine, "connect")
    def connect(driver: _Driver, _record: object) -> None:
        driver.isolation_level = None
        for pragma in (*_ON_CONNECT, *more_pragmas):
            driver.execute(pragma)

    @event.listens_for(engine, "begin")
    def open_transaction(connection: sa.Connection) -> None:
        driver: _Driver = connection.connection.driver_connection  # type: ignore[assignment]  # pysqlite3's
        driver.execute(begin)

    return engine


def _switch_to_wal(path: Path) -> None:
    """Kept in the file, so once is enough; with the turn held, since SQLite does not wait for this lock."""
    connection = pysqlite3.connect(str(path))
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()
