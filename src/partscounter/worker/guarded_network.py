"""Connections to addresses that others chose: never into the operator's own network, and never for longer than allowed.

A name is resolved once for a connection, every address found is checked, and the connection is made to an address that
was checked: a name that changes its mind in between leads nowhere else. Names in certificates are still checked
against the name that was asked for.
"""

import ipaddress
import socket
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit

import httpcore

Resolve = Callable[[str, int], Sequence[str]]
"""Host and port → its addresses, the preferred one first. Raises OSError."""

_ADDRESSES_TRIED = 3


class PrivateAddress(Exception):
    """The host has an address that is not a public one."""


def resolve_by_system(host: str, port: int) -> list[str]:
    """What the system's resolver says."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(address: str) -> bool:
    """Whether the address can only lead out into the internet. What is no address at all is not public."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address) and (ip.ipv4_mapped or ip.sixtofour or ip.teredo or ip.is_site_local):
        return False  # another address hides in these, or they are private by an older rule
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_link_local)


def leads_inside(url: str, resolve: Resolve = resolve_by_system) -> bool:
    """Whether the address leads to one that is not public, as far as that can be told now; for an early word only."""
    parts = urlsplit(url)
    try:
        addresses = resolve(parts.hostname or "", parts.port or 0)
    except (OSError, UnicodeError):
        return False
    return not all(map(is_public, addresses))


class GuardedNetwork(httpcore.NetworkBackend):
    """Opens the connections of one exchange, which must be over within `seconds` from now."""

    def __init__(self, seconds: float, *, allow_private: bool, resolve: Resolve = resolve_by_system) -> None:
        self._deadline = time.monotonic() + seconds
        self._allow_private = allow_private
        self._resolve = resolve
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the exchange has one deadline
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Raises PrivateAddress, or what httpcore raises where no address answers."""
        failed: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in self._checked_addresses(host, port)[:_ADDRESSES_TRIED]:
            left = _left(self._deadline, httpcore.ConnectTimeout)
            try:
                stream = self._inner.connect_tcp(address, port, left, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return _Hurried(stream, self._deadline)
        raise failed or httpcore.ConnectError("the name has no address")

    def _checked_addresses(self, host: str, port: int) -> Sequence[str]:
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the name cannot be resolved: {error}") from error
        if not self._allow_private and not all(map(is_public, addresses)):
            raise PrivateAddress("the host has an address that is not public")
        return addresses


class _Hurried(httpcore.NetworkStream):
    """A stream whose every step may take no longer than is left of the whole."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the exchange has one deadline
        return self._inner.read(max_bytes, _left(self._deadline, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - the same
        self._inner.write(buffer, _left(self._deadline, httpcore.WriteTimeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: Any,  # noqa: ANN401 - httpcore's own signature
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - the exchange has one deadline
    ) -> httpcore.NetworkStream:
        left = _left(self._deadline, httpcore.ConnectTimeout)
        return _Hurried(self._inner.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own signature
        return self._inner.get_extra_info(info)


def _left(deadline: float, too_late: type[httpcore.TimeoutException]) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise too_late("the time for the whole exchange is over")
    return left
