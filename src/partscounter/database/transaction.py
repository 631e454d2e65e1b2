"""The two kinds of transaction, and the face of a database.

A verb takes one of these and never commits: `write` does, once, when the verb has returned.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from types import TracebackType
from typing import Any, NoReturn, Protocol, TypeVar

import sqlalchemy as sa

from partscounter.kit.actor import Actor
from partscounter.kit.event import Event

T = TypeVar("T")

Outcome = Callable[[], T]
"""What came of a verb: returns its value, or raises what it raised."""


def raising(error: BaseException) -> Callable[[], NoReturn]:
    """The outcome of a verb that raised `error`."""

    def outcome() -> NoReturn:
        raise error

    return outcome


@dataclass
class ReadTx:
    """One consistent view. `now` is the moment it was opened."""

    connection: sa.Connection
    now: datetime

    engine: str = field(init=False)
    """`sqlite` or `postgresql`."""
    driver: Any = field(init=False, repr=False)
    """The driver's own connection, for statements on the path of every request."""

    def __post_init__(self) -> None:
        self.engine = self.connection.dialect.name
        self.driver = self.connection.connection.driver_connection


@dataclass
class WriteTx(ReadTx):
    """A view that may change things, on behalf of `actor`."""

    actor: Actor
    record: Callable[["WriteTx", Event, str], int]
    """Given the event and the words of the request to store with it."""

    def emit(self, event: Event) -> int:
        """Write `event` into the log, with the jobs that it causes, in this transaction; the event's id."""
        return self.record(self, event, self.actor.payload)

    def emit_beside(self, event: Event) -> int:
        """The same for what merely follows from another event of this transaction, which tells of the request.

        The request's words are stored with that one, and not a second time; both have the request's id.
        """
        return self.record(self, event, "")


class Database(Protocol):
    """SQLite or PostgreSQL; opened by `database.engine.open_database`."""

    is_local: bool
    """Whether it is a file that this process reads itself: reading some rows then takes less than handing it over."""

    def read(self) -> AbstractContextManager[ReadTx]:
        """A read-only transaction on a connection of this thread."""

    def write(self, actor: Actor, verb: Callable[[WriteTx], T]) -> T:
        """Run `verb` in a write transaction and return its value once that is durable.

        `verb` may run in another thread, and more than once (a serialization failure is tried again): it must do
        nothing but use its transaction. What it raises undoes its changes, and is raised here.
        """

    def submit(self, actor: Actor, verb: Callable[[WriteTx], T], landed: Callable[[Outcome[T]], None]) -> None:
        """`write` for a caller that does not wait: `landed` is told what came of it, once that is durable.

        Where `is_local` this returns at once and `landed`, called in another thread, must neither block nor raise.
        Elsewhere the calling thread does the work first.
        """

    def version(self) -> int | None:
        """A number that stays the same only while nothing is committed by anybody; None where none can be told."""

    def close(self) -> None:
        """Finish the waiting writes, then release the connections."""


class ReadWhenNeeded:
    """One read transaction for the block, which begins when it is first asked for: perhaps never."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._view: AbstractContextManager[ReadTx] | None = None
        self._tx: ReadTx | None = None

    def __enter__(self) -> Callable[[], ReadTx]:
        return self._begun

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._tx is not None and self._view is not None:
            self._view.__exit__(kind, error, trace)

    def _begun(self) -> ReadTx:
        if self._tx is None:
            self._view = self._database.read()
            self._tx = self._view.__enter__()
        return self._tx
