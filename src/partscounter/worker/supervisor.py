"""Keeps the program's processes running, and ends them together.

waiting ──start──▶ running ──it ends──▶ waiting, longer each time it ended young
                      │
                      └──SIGTERM, SIGINT, or a part that never stays up──▶ all are told to end, then killed
"""

import logging
import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import FrameType

from partscounter.worker.lifeline import SUPERVISED

_LOOK_EVERY = 0.1
_LOG = logging.getLogger(__name__)
"""The standard library's: this process stays small, and what it says is formatted like everything else."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the supervisor bears with its children; all in seconds."""

    grace: float = 20
    """From being told to end to being killed."""
    grown_up: float = 10
    """A child that ended younger than this is counted as failed at its start."""
    first_wait: float = 0.5
    """Before a child is started again; doubled each time it ended young."""
    longest_wait: float = 30
    tries: int = 6
    """So many early ends in a row, and the supervisor gives up."""


class Supervisor:
    """Runs each of `commands`, by name, as a child process. A child calls `end_with_supervisor` to die with it."""

    def __init__(self, commands: Mapping[str, Sequence[str]], patience: Patience) -> None:
        self._patience = patience
        self._children = [_Child(name, command, patience) for name, command in commands.items()]
        self._told_to_stop = 0

    def run(self) -> int:
        """Until SIGTERM or SIGINT; the exit status. 0 if every child then ended in time, 1 if one had to be killed
        or could not be kept running. A second signal kills at once. Must be called from the main thread.
        """
        before = {number: signal.signal(number, self._stop) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            kept_up = self._keep_running()
            return 0 if self._end_all() and kept_up else 1
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._told_to_stop += 1

    def _keep_running(self) -> bool:
        """True when told to stop, False when a child cannot be kept running."""
        while not self._told_to_stop:
            for child in self._children:
                child.look_after()
            if any(child.hopeless for child in self._children):
                return False
            time.sleep(_LOOK_EVERY)
        return True

    def _end_all(self) -> bool:
        """Whether all ended by themselves when asked to."""
        for child in self._children:
            child.ask_to_end()
        deadline = time.monotonic() + self._patience.grace
        signals = self._told_to_stop
        while any(child.running for child in self._children):
            if time.monotonic() > deadline or self._told_to_stop > max(signals, 1):
                for child in self._children:
                    child.kill()
                return False
            time.sleep(_LOOK_EVERY)
        return True


class _Child:
    """One process at a time, started again whenever it has ended."""

    def __init__(self, name: str, command: Sequence[str], patience: Patience) -> None:
        self._name = name
        self._command = command
        self._patience = patience
        self._process: subprocess.Popen[bytes] | None = None
        self._started_at = 0.0
        self._start_at = time.monotonic()
        self._early_ends = 0

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def hopeless(self) -> bool:
        return self._early_ends >= self._patience.tries

    def look_after(self) -> None:
        """Start it when that is due; when it has ended, decide when that will be."""
        if self.running:
            return
        if self._process is not None:
            self._bury(self._process)
        if not self.hopeless and time.monotonic() >= self._start_at:
            self._start()

    def ask_to_end(self) -> None:
        if self._process is not None and self.running:
            self._process.terminate()

    def kill(self) -> None:
        if self._process is not None and self.running:
            _LOG.warning("The process %s did not end in time and was killed.", self._name)
            self._process.kill()
            self._process.wait()

    def _start(self) -> None:
        environment = {**os.environ, SUPERVISED: "1"}
        self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, env=environment)  # noqa: S603 - our own command lines
        self._started_at = time.monotonic()
        _LOG.info("The process %s was started, with the number %d.", self._name, self._process.pid)

    def _bury(self, process: subprocess.Popen[bytes]) -> None:
        if process.stdin is not None:
            process.stdin.close()
        now = time.monotonic()
        young = now - self._started_at < self._patience.grown_up
        self._early_ends = self._early_ends + 1 if young else 0
        wait = min(self._patience.first_wait * 2 ** max(self._early_ends - 1, 0), self._patience.longest_wait)
        self._start_at = now + wait
        self._process = None
        _LOG.warning(
            "The process %s ended by itself with status %s; again in %s s.", self._name, process.returncode, wait
        )
