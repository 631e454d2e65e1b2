"""The import as it runs in the field, in two processes: one takes the file in, a worker keeps the index up meanwhile.

Run as a program it is one of the two: `ours.py import URL FEED`, or `ours.py follow URL INDEX` until its input ends.
"""

import json
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from partscounter.database import Database, ReadTx, WriteTx
from partscounter.database.engine import open_database
from partscounter.database.log import head
from partscounter.database.migrate import upgrade
from partscounter.domain.inventory import imports
from partscounter.kit.actor import Actor
from partscounter.kit.clock import SystemClock
from partscounter.kit.garbage import seek_garbage_seldom
from partscounter.search import TantivyWriter, follow_all
from partscounter.search.source import DatabaseSource
from partscounter.subscriptions import enqueue_jobs

T = TypeVar("T")

LABOUR = {"import": "taking the file in", "follow": "keeping the index up"}


@dataclass(frozen=True, slots=True)
class Done:
    """What one of the processes needed."""

    seconds: float
    cpu: float
    megabytes: float
    """Peak."""
    writer_held: float = 0.0
    """Seconds of the longest write transaction, with its commit."""


class _Timed:
    """A database that remembers its longest write."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.longest = 0.0

    def read(self) -> AbstractContextManager[ReadTx]:
        return self._database.read()

    def write(self, actor: Actor, verb: Callable[[WriteTx], T]) -> T:
        started = time.perf_counter()
        try:
            return self._database.write(actor, verb)
        finally:
            self.longest = max(self.longest, time.perf_counter() - started)

    def version(self) -> int | None:
        return self._database.version()

    def close(self) -> None:
        self._database.close()


def run(folder: Path, feed: Path) -> tuple[float, dict[str, Done]]:
    """Seconds until every row can be found, and what each of the processes needed."""
    url, index = f"sqlite:///{folder / 'ours.db'}", folder / "ours-index"
    upgrade(url)
    command = (sys.executable, __file__)
    started = time.perf_counter()
    follow, take = [*command, "follow", url, index], [*command, "import", url, feed]
    with subprocess.Popen(follow, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as follower:  # noqa: S603 - ourselves
        taken = subprocess.run(take, stdout=subprocess.PIPE, check=True)  # noqa: S603 - ourselves
        followed, _ = follower.communicate()
        seconds = time.perf_counter() - started
    return seconds, {"import": Done(**json.loads(taken.stdout)), "follow": Done(**json.loads(followed))}


def _import(url: str, file: str) -> float:
    clock = SystemClock()
    database = _Timed(open_database(url, clock, enqueue_jobs))
    imports.import_feed(database, imports.open_feed(Path(file)), Actor("bench", "cli"), clock, lambda *_: None)
    database.close()
    return database.longest


def _follow(url: str, index: str) -> float:
    """Until standard input ends, and then to the end of the log."""
    database = open_database(url, SystemClock(), enqueue_jobs)
    source, ended = DatabaseSource(database), threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    with TantivyWriter(Path(index)) as writer:
        while True:
            last_round = ended.is_set()
            if not follow_all(source.read_events, source.load_documents, writer, lambda: False, source.read_brief):
                if last_round:
                    break
                time.sleep(0.1)
        with database.read() as tx:
            assert writer.watermark() == head(tx)
    database.close()
    return 0.0


def _main(labour: str, url: str, other: str) -> None:
    started = time.perf_counter()
    held = (_import if labour == "import" else _follow)(url, other)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    helper = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = {
        "seconds": time.perf_counter() - started,
        "cpu": usage.ru_utime + usage.ru_stime + helper.ru_utime + helper.ru_stime,
        "megabytes": (usage.ru_maxrss + helper.ru_maxrss) / 1024,
        "writer_held": held,
    }
    print(json.dumps(done))


if __name__ == "__main__":
    seek_garbage_seldom()  # as the command line does
    _main(*sys.argv[1:])
