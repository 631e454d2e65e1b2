"""Tells the program how long each search took, from the head of the request to the last byte of the answer."""

from typing import Final

from partscounter.search.search_times import SearchTimes
from partscounter.web.exchange import Exchange

_SEARCHES: Final = ("/inventory/search/", "/shop/search")
_OK: Final = 200


class SearchTimer:
    """An observer of requests."""

    def __init__(self, times: SearchTimes) -> None:
        self._times = times

    def started(self, api: str) -> None:
        """Nothing is known before a request is over."""

    def finished(self, exchange: Exchange) -> None:
        """Remembers searches that were answered; anything else is passed over."""
        if exchange.route.startswith(_SEARCHES) and exchange.status == _OK and exchange.complete:
            self._times.add(exchange.seconds)
