"""Collects requests in memory, so that a timer can note many at once and no request has to write.

What was collected within the last seconds is lost if the process is killed: this log is a help, not the history.
"""

import threading
from collections import deque
from datetime import datetime
from typing import Final, NamedTuple

MOST_WAITING: Final = 50
"""Requests of one credential between two takes; of more, the newest are kept."""
MOST_CREDENTIALS: Final = 200
"""Credentials between two takes; what others ask is then not kept."""


class CaughtRequest(NamedTuple):
    """A request as it is over; the bodies are the first bytes, as they came and left."""

    credential_id: int
    at: datetime
    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    status: int
    seconds: float
    request_id: str
    client_address: str
    problem: str
    sent_type: str
    sent: bytes
    sent_size: int
    answered_type: str
    answered: bytes
    answered_size: int


class RecentRequests:
    """What each credential asked since the last `take`. Thread-safe; adding costs about a microsecond."""

    def __init__(self, kept: int) -> None:
        self.kept = kept
        """How many the log holds of each credential; 0 collects nothing."""
        self._waiting: dict[int, deque[CaughtRequest]] = {}
        self._lock = threading.Lock()

    def add(self, request: CaughtRequest) -> None:
        """One more that is over."""
        if not self.kept:
            return
        with self._lock:
            waiting = self._waiting.get(request.credential_id)
            if waiting is None:
                if len(self._waiting) >= MOST_CREDENTIALS:
                    return
                waiting = self._waiting[request.credential_id] = deque(maxlen=MOST_WAITING)
            waiting.append(request)

    def take(self) -> list[CaughtRequest]:
        """What has been collected; collecting starts anew."""
        with self._lock:
            waiting, self._waiting = self._waiting, {}
        return [request for requests in waiting.values() for request in requests]
