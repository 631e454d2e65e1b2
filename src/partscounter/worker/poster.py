"""Posting to an address that a dealer chose: one try, bounded in time and size, that always ends in an `Outcome`."""

import ssl
import time
from collections.abc import Mapping
from contextlib import suppress

import httpcore
import httpx

from partscounter.domain.export.push import Outcome
from partscounter.worker.guarded_network import GuardedNetwork, PrivateAddress, Resolve, resolve_by_system

TIMEOUT_SECONDS = 15.0
"""For the whole exchange, from the connection to the end of the answer."""
LARGEST_ANSWER = 64 * 1024
"""Bytes of the answer's body that are read; what follows is left unread."""

_ACCEPTED = range(200, 300)
_REDIRECTS = range(300, 400)


class Poster:
    """Posts bodies. No redirect is followed, and no proxy of the environment is used."""

    def __init__(
        self, *, allow_private: bool, resolve: Resolve = resolve_by_system, timeout_seconds: float = TIMEOUT_SECONDS
    ) -> None:
        self._allow_private = allow_private
        self._resolve = resolve
        self._timeout_seconds = timeout_seconds
        self._ssl_context: ssl.SSLContext = httpx.create_ssl_context()

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Outcome:
        """What the receiver made of it. A receiver that cannot be reached is an outcome too: nothing is raised."""
        begin = time.monotonic()
        status: int | None = None
        try:
            status = self._exchange(url, body, headers)
            error = _error_of(status)
        except PrivateAddress as refused:
            error = f"Not sent: {refused}."
        except httpcore.TimeoutException:
            error = f"No answer within {self._timeout_seconds:g} seconds."
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.InvalidURL, OSError, ValueError) as problem:
            error = f"No answer: {str(problem) or type(problem).__name__}."
        return Outcome(status=status, error=error, duration_ms=round((time.monotonic() - begin) * 1000))

    def _exchange(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        sent = list(headers.items())
        network = GuardedNetwork(self._timeout_seconds, allow_private=self._allow_private, resolve=self._resolve)
        with (
            httpcore.ConnectionPool(ssl_context=self._ssl_context, network_backend=network) as pool,
            pool.stream("POST", _split(url), headers=sent, content=body) as response,
        ):
            # The receiver has decided with its first line; what it says beyond is read only for a decent end.
            with suppress(httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError):
                _read_some(response)
            return response.status


def _split(url: str) -> httpcore.URL:
    """httpx knows how names beyond ASCII are written."""
    parts = httpx.URL(url)
    return httpcore.URL(scheme=parts.raw_scheme, host=parts.raw_host, port=parts.port, target=parts.raw_path)


def _read_some(response: httpcore.Response) -> None:
    read = 0
    for piece in response.iter_stream():
        read += len(piece)
        if read >= LARGEST_ANSWER:
            return


def _error_of(status: int) -> str:
    if status in _ACCEPTED:
        return ""
    if status in _REDIRECTS:
        return f"The receiver answered {status}; redirects are not followed."
    return f"The receiver answered {status}."
