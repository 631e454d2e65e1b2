"""A process of its own: writes pairs of events as fast as it can, and prints the number of each pair acknowledged.

Usage: burst.py <database URL> <name> <threads>. Runs until its input ends or it is killed.
"""

import sys
import threading
from functools import partial

from partscounter.database import WriteTx
from partscounter.database.engine import open_database
from partscounter.kit.clock import SystemClock
from tests.make.events import Happened, make_actor


def write_pairs(url: str, name: str, threads: int) -> None:
    database = open_database(url, SystemClock())
    stop = threading.Event()
    printing = threading.Lock()

    def write_until_stopped(thread: int) -> None:
        number = thread
        while not stop.is_set():
            database.write(make_actor(name), partial(emit_pair, subject=f"{name}:{number}"))
            with printing:
                sys.stdout.write(f"{number}\n")
                sys.stdout.flush()
            number += threads

    writers = [threading.Thread(target=write_until_stopped, args=(thread,)) for thread in range(threads)]
    for writer in writers:
        writer.start()
    sys.stdin.read()
    stop.set()
    for writer in writers:
        writer.join()
    database.close()


def emit_pair(tx: WriteTx, subject: str) -> None:
    tx.emit(Happened(subject, {"half": 1}))
    tx.emit(Happened(subject, {"half": 2}))


if __name__ == "__main__":
    write_pairs(sys.argv[1], sys.argv[2], int(sys.argv[3]))
