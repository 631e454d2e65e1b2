"""Read transactions on one SQLite file, on connections that are kept.

For a request that reads two rows, what SQLAlchemy does to check a connection out and in again is most of the work.
"""

from collections import deque
from datetime import datetime
from types import TracebackType

import sqlalchemy as sa

from partscounter.database.transaction import ReadTx
from partscounter.kit.clock import Clock

MOST_KEPT = 16


class Kept:
    """Lends views. To SQLAlchemy each is one long transaction; the driver begins and ends them."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._kept: deque[ReadTx] = deque()
        self._closed = False

    def take(self, now: datetime) -> ReadTx:
        """A view that has begun."""
        try:
            view = self._kept.pop()
        except IndexError:
            connection = self._engine.connect()
            connection.begin()
            return ReadTx(connection, now)
        view.driver.execute("BEGIN")
        view.now = now
        return view

    def give_back(self, view: ReadTx) -> None:
        """End the view, and keep its connection, unless that fails: only a whole one is used again."""
        try:
            view.driver.rollback()  # by the method: it also resets results that were not read to their end
        except BaseException:
            view.connection.close()
            raise
        if len(self._kept) < MOST_KEPT and not self._closed:
            self._kept.append(view)
        else:
            view.connection.close()

    def close(self) -> None:
        """Let the kept connections go."""
        self._closed = True
        while self._kept:
            self._kept.pop().connection.close()


class View:
    """One read transaction, as a context manager; written out, since a generator would take longer than the reading."""

    def __init__(self, kept: Kept, clock: Clock) -> None:
        self._kept = kept
        self._clock = clock

    def __enter__(self) -> ReadTx:
        self._view = self._kept.take(self._clock.now())
        return self._view

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._kept.give_back(self._view)
        else:
            self._view.connection.close()
