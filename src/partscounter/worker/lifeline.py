"""How a child process notices that its supervisor is gone, even by `kill -9`, and ends itself."""

import os
import signal
import sys
import threading
from datetime import timedelta

SUPERVISED = "PARTSCOUNTER_SUPERVISED"
"""Set in a child's environment: its standard input is then a pipe that only the supervisor holds open."""


def end_with_supervisor(grace: timedelta) -> None:
    """Watch the supervisor from now on: once it is gone, end this process as SIGTERM does, or hard after `grace`.

    Does nothing in a process that was started by hand. To be called once, before anything reads standard input.
    """
    if os.environ.pop(SUPERVISED, None) is None:
        return
    threading.Thread(target=_wait_for_the_end, args=(grace,), name="lifeline", daemon=True).start()


def _wait_for_the_end(grace: timedelta) -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    threading.Event().wait(grace.total_seconds())
    os._exit(1)
