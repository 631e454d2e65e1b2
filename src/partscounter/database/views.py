"""Read transactions on one SQLite file, on connections that are kept.

For a request that reads two rows, what SQLAlchemy does to check a connection out and in again is most of the work.
"""

from collections import deque
from types import TracebackType
from typing import Any

import sqlalchemy as sa

from partscounter.database.transaction import ReadTx
from partscounter.kit.clock import Clock

MOST_KEPT = 16


class Kept:
    """Lends connections. To SQLAlchemy each is in one long transaction; the driver begins and ends the views."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._kept: deque[sa.Connection] = deque()
        self._closed = False

    def take(self) -> sa.Connection:
        """A connection whose view has begun."""
        try:
            connection = self._kept.pop()
        except IndexError:
            connection = self._engine.connect()
            connection.begin()
        else:
            _driver(connection).execute("BEGIN")
        return connection

    def give_back(self, connection: sa.Connection) -> None:
        """End the view, and keep the connection, unless that fails: only a whole one is used again."""
        try:
            _driver(connection).rollback()  # by the method: it also resets results that were not read to their end
        except BaseException:
            connection.close()
            raise
        if len(self._kept) < MOST_KEPT and not self._closed:
            self._kept.append(connection)
        else:
            connection.close()

    def close(self) -> None:
        """Let the kept connections go."""
        self._closed = True
        while self._kept:
            self._kept.pop().close()


class View:
    """One read transaction, as a context manager; written out, since a generator would take longer than the reading."""

    def __init__(self, kept: Kept, clock: Clock) -> None:
        self._kept = kept
        self._clock = clock

    def __enter__(self) -> ReadTx:
        self._connection = self._kept.take()
        return ReadTx(self._connection, self._clock.now())

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._kept.give_back(self._connection)
        else:
            self._connection.close()


def _driver(connection: sa.Connection) -> Any:  # noqa: ANN401 - the driver ships no types
    return connection.connection.driver_connection
