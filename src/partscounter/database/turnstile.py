"""Takes turns between the processes that write one SQLite file."""

import fcntl
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
        self._turn = database.with_name(database.name + "-turn").open("ab")
        self._write = database.with_name(database.name + "-write").open("ab")

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
        self._turn.close()
        self._write.close()
