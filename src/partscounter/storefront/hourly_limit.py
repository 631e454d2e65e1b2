"""How often one visitor may have mail written: a form that needs no account could else write to anybody.

Orders without an account count too: each holds stock, and a mail confirms it.
"""

import threading
from typing import Final

from partscounter.kit.clock import Clock

MOST_PER_HOUR: Final = 20
"""Letters, or orders, of one address; a workshop may share one."""
_MOST_VISITORS: Final = 10_000
"""That are counted at once; whoever comes beyond is not counted."""
_HOUR: Final = 3600


class HourlyLimit:
    """Counts by visitor within each hour of the clock, in this process. Thread-safe."""

    def __init__(self, clock: Clock, most: int = MOST_PER_HOUR) -> None:
        self._clock = clock
        self._most = most
        self._hour = 0
        self._counts: dict[str, int] = {}
        self._lock = threading.Lock()

    def take(self, visitor: str) -> bool:
        """Whether this visitor may once more, which is then counted."""
        hour = int(self._clock.now().timestamp()) // _HOUR
        with self._lock:
            if hour != self._hour:
                self._hour, self._counts = hour, {}
            count = self._counts.get(visitor, 0)
            if count >= self._most:
                return False
            if count or len(self._counts) < _MOST_VISITORS:
                self._counts[visitor] = count + 1
            return True
