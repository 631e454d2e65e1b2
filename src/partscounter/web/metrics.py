"""Prometheus metrics of the requests that this process serves, on a port of their own, on loopback by default.

With several processes each has its own registry and its own port; the scraper adds them up.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, start_http_server

from partscounter.web.exchange import Exchange

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class MetricsObserver:
    """Counts requests. Labels come from declarations only, never from what a client may invent."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._requests = Counter(
            "partscounter_requests", "Requests answered", ["api", "method", "route", "status"], registry=registry
        )
        self._seconds = Histogram(
            "partscounter_request_seconds",
            "From the head of the request to the last byte of the answer",
            ["api", "route"],
            buckets=_SECONDS,
            registry=registry,
        )
        self._series: dict[tuple[str, str, str, int], _Series] = {}
        in_flight = Gauge("partscounter_requests_in_flight", "Requests being served", ["api"], registry=registry)
        self._in_flight = cache(in_flight.labels)

    def started(self, api: str) -> None:
        self._in_flight(api).inc()

    def finished(self, exchange: Exchange) -> None:
        key = (exchange.api, exchange.method, exchange.route, exchange.status)
        series = self._series.get(key) or self._labelled(*key)
        self._in_flight(exchange.api).dec()
        series.requests.inc()
        series.seconds.observe(exchange.seconds)

    def _labelled(self, api: str, method: str, route: str, status: int) -> "_Series":
        """Looked up once: a request's path is none of the labels, so there are few."""
        counted = method if method in _METHODS else "other"
        named = route or "none"
        series = _Series(self._requests.labels(api, counted, named, str(status)), self._seconds.labels(api, named))
        if method in _METHODS:  # or clients could fill the memory
            self._series[api, method, route, status] = series
        return series


@dataclass(frozen=True, slots=True)
class _Series:
    """What one combination of labels counts."""

    requests: Counter
    seconds: Histogram


@contextmanager
def serving_metrics(registry: CollectorRegistry, port: int, address: str = "127.0.0.1") -> Iterator[int]:
    """Serve `registry` at `/metrics` from a thread until the block ends; yields the port, for 0 takes a free one."""
    server, thread = start_http_server(port, address, registry)
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
