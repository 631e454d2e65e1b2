"""A child of the tests' supervisor: child.py good|stubborn|failing <folder>. Leaves a mark for what it does."""

import os
import signal
import sys
import threading
from datetime import timedelta
from pathlib import Path

from partscounter.worker.lifeline import end_with_supervisor


def main(behaviour: str, folder: Path) -> int:
    mark = folder / f"{behaviour}-{os.getpid()}"
    if behaviour == "failing":
        mark.touch()
        return 3
    stop = threading.Event()
    signal.signal(signal.SIGTERM, signal.SIG_IGN if behaviour == "stubborn" else lambda *_: stop.set())
    end_with_supervisor(timedelta(seconds=0.5))
    mark.touch()
    while not stop.wait(0.05):
        pass
    mark.rename(folder / f"ended-{os.getpid()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
