"""How long the last searches of a process took, for the dashboard."""

import threading
from collections import deque
from statistics import quantiles
from typing import Final

KEPT: Final = 1_000
"""Searches that are remembered; each new one takes the place of the oldest."""
_LEAST: Final = 2


class SearchTimes:
    """In seconds. Thread-safe."""

    def __init__(self) -> None:
        self._seconds: deque[float] = deque(maxlen=KEPT)
        self._lock = threading.Lock()

    def add(self, seconds: float) -> None:
        """One more search was answered."""
        with self._lock:
            self._seconds.append(seconds)

    @property
    def count(self) -> int:
        """How many are remembered."""
        return len(self._seconds)

    def p95(self) -> float | None:
        """The time within which 95 of 100 were answered; None before there are two."""
        with self._lock:
            seconds = list(self._seconds)
        return quantiles(seconds, n=20, method="inclusive")[-1] if len(seconds) >= _LEAST else None
