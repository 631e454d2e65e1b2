"""Takes turns between the processes that write one SQLite file."""

import fcntl
import os
from pathlib import Path
from types import TracebackType


class Turnstile:
    """A fair lock between processes, held around each write transaction.

    SQLite itself lets a blocked writer sleep and try again, so a busy process takes its own lock back again and again
    while another starves. Here every process first waits at `-turn`, and whoever has passed it waits for `-write`:
    the one that has just written cannot pass the turn before the next has begun. Both are locks of the kernel on open
    files (`flock`): they queue without polling, and vanish with their process, so `kill -9` leaves nothing to clean
    up. The files stay beside the database, empty; removing them while a program runs would break the exclusion.

    For one thread of a process at a time. SQLite's own lock still decides who may write; this only orders the queue.
    """

    def __init__(self, database: Path) -> None:
        self._turn = _open(database.with_name(database.name + "-turn"))
        self._write = _open(database.with_name(database.name + "-write"))

    def __enter__(self) -> None:
        fcntl.flock(self._turn, fcntl.LOCK_EX)
        try:
            fcntl.flock(self._write, fcntl.LOCK_EX)
        finally:
            fcntl.flock(self._turn, fcntl.LOCK_UN)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        fcntl.flock(self._write, fcntl.LOCK_UN)

    def close(self) -> None:
        os.close(self._turn)
        os.close(self._write)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
