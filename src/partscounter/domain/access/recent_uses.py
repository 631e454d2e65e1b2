"""Collects which credentials came in, so that a timer can note it and no request has to write."""

import threading
from datetime import datetime


class RecentUses:
    """The latest use of each credential since the last `take`. Thread-safe."""

    def __init__(self) -> None:
        self._uses: dict[int, datetime] = {}
        self._lock = threading.Lock()

    def add(self, credential_id: int, used_at: datetime) -> None:
        with self._lock:
            self._uses[credential_id] = used_at

    def take(self) -> dict[int, datetime]:
        """What has been collected; collecting starts anew."""
        with self._lock:
            uses, self._uses = self._uses, {}
        return uses
