"""Read transactions on one SQLite file, on connections that are kept.

For a request that reads two rows, what SQLAlchemy does to check a connection out and in again is most of the work.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

MOST_KEPT = 16


class Views:
    """Opens views. To SQLAlchemy a kept connection is in one long transaction; the driver begins and ends each view."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._kept: deque[sa.Connection] = deque()
        self._closed = False

    @contextmanager
    def open(self) -> Iterator[sa.Connection]:
        """A connection in a view of its own. What fails is not kept: only a whole connection is used again."""
        connection = self._taken()
        try:
            yield connection
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

    def _taken(self) -> sa.Connection:
        try:
            connection = self._kept.pop()
        except IndexError:
            connection = self._engine.connect()
            connection.begin()
        else:
            _driver(connection).execute("BEGIN")
        return connection


def _driver(connection: sa.Connection) -> Any:  # noqa: ANN401 - the driver ships no types
    return connection.connection.driver_connection
