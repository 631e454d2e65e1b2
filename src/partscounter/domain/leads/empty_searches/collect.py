"""Collects searches that found nothing, so that a timer can note many at once and no search has to write."""

import threading
from typing import Final

from partscounter.domain.leads.empty_searches.search import SearchedWords

MOST_WAITING: Final = 5_000
"""Searches that a process remembers until they are noted; what comes beyond is not counted."""


class EmptySearches:
    """How often each was made since the last `take`. Thread-safe."""

    def __init__(self) -> None:
        self._searches: dict[SearchedWords, int] = {}
        self._lock = threading.Lock()

    def add(self, words: SearchedWords) -> None:
        """One more that found nothing. New ones are passed over while too many wait."""
        key = words.tidied()
        with self._lock:
            known = self._searches.get(key)
            if known is not None or len(self._searches) < MOST_WAITING:
                self._searches[key] = 1 + (known or 0)

    def take(self) -> dict[SearchedWords, int]:
        """What has been collected; collecting starts anew."""
        with self._lock:
            searches, self._searches = self._searches, {}
        return searches
