"""How often one visitor may have mail written: a form that needs no account could else write to anybody.

Orders without an account count too: each holds stock, and a mail confirms it.
"""

import threading
from typing import Final

from partscounter.kit.clock import Clock
from partscounter.kit.networks import network_of

MOST_PER_HOUR: Final = 20
"""Letters, or orders, of one network; a workshop may share one."""
_MOST_VISITORS: Final = 10_000
"""That are counted at once; whoever comes beyond is not counted."""
_HOUR: Final = 3600


class HourlyLimit:
    """Counts by visitor within each hour of the clock, in this process. Thread-safe.

    With several web processes a visitor may as many times more often: still no flood of mails, and no form waits for
    the database to count.
    """

    def __init__(self, clock: Clock, most: int = MOST_PER_HOUR) -> None:
        self._clock = clock
        self._most = most
        self._hour = 0
        self._counts: dict[str, int] = {}
        self._lock = threading.Lock()

    def take(self, address: str) -> bool:
        """Whether the visitor at this address may once more, which is then counted."""
        visitor = network_of(address)
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
