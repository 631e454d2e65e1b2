"""Tells whether a SQLite file is still as it was, without reading any of it."""

import threading
from pathlib import Path
from typing import Any

import pysqlite3


class Watch:
    """Watches one file on a connection of its own, opened when first asked; for any number of threads."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._connection: Any = None
        self._closed = False

    def version(self) -> int | None:
        """A number that is another one after any commit, of whichever process; None once closed.

        SQLite promises that of one connection (`PRAGMA data_version`); the numbers of two have nothing in common.
        """
        with self._lock:
            if self._closed:
                return None
            if self._connection is None:
                self._connection = pysqlite3.connect(str(self._path), isolation_level=None, check_same_thread=False)
                self._connection.execute("PRAGMA busy_timeout = 30000")
            # To the end of the result: a statement that is left open would look at one moment for ever.
            [(version,)] = self._connection.execute("PRAGMA data_version").fetchall()
            return int(version)

    def close(self) -> None:
        """Let the connection go."""
        with self._lock:
            self._closed = True
            if self._connection is not None:
                self._connection.close()
