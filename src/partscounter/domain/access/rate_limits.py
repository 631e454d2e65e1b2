"""How often each credential may ask: a sliding window of one minute, counted in this process.

Own code, because the memory storage of the `limits` library reads `time.time` itself (no clock can be handed in),
starts a timer thread, and keeps one record per request; this needs three numbers per credential.
"""

import threading
from dataclasses import dataclass

from partscounter.domain.access.credential import Credential
from partscounter.kit.clock import Clock

WINDOW = 60.0


@dataclass(slots=True)
class _Counter:
    """Requests let in during this window and the one before it."""

    window: int
    now: int = 0
    before: int = 0

    def advance(self, window: int) -> None:
        """Move on to `window`; a clock set back leaves the counter where it is."""
        if window > self.window:
            self.before = self.now if window == self.window + 1 else 0
            self.now = 0
            self.window = window

    def wait(self, elapsed: float, limit: int) -> float:
        """Seconds until one more is within `limit`, `elapsed` seconds into this window; 0.0 if it is now.

        The requests of the window before count by the share of it that lies within the last minute.
        """
        if self.now < limit:
            return max(0.0, _until_room(self.before, limit - 1 - self.now) - elapsed)
        return WINDOW - elapsed + _until_room(self.now, limit - 1)


class RateLimits:
    """The limiter of one process; with n processes a credential gets up to n times its limit."""

    def __init__(self, clock: Clock, default_per_minute: int = 600) -> None:
        self._clock = clock
        self._default = default_per_minute
        self._counters: dict[int, _Counter] = {}
        self._lock = threading.Lock()

    def wait(self, credential: Credential) -> float | None:
        """None if the request may go on (it is then counted), else the seconds to wait (it is then not counted)."""
        moment = self._clock.now().timestamp()
        limit = credential.requests_per_minute or self._default
        with self._lock:
            counter = self._counters.get(credential.id)
            if counter is None:
                counter = self._counters[credential.id] = _Counter(int(moment // WINDOW))
            counter.advance(int(moment // WINDOW))
            elapsed = min(max(moment - counter.window * WINDOW, 0.0), WINDOW)
            seconds = counter.wait(elapsed, limit)
            if seconds > 0:
                return seconds
            counter.now += 1
            return None


def _until_room(earlier: int, room: int) -> float:
    """Seconds into a window after which `earlier` requests of the window before weigh no more than `room`."""
    return 0.0 if earlier <= room else WINDOW * (1 - room / earlier)
