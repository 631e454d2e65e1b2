"""A request as a handler sees it: read, routed and authenticated, a plain value without any framework."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.types import Scope

from partscounter.web.spool import SpooledBody

CallerT = TypeVar("CallerT")

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,128}")
_HOST = re.compile(r"[A-Za-z0-9._-]+(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](:[0-9]{1,5})?")
_MOST_PARAMETERS = 1000


@dataclass(frozen=True, slots=True)
class Query:
    """The query parameters, decoded, in the order sent; a name may come more than once."""

    pairs: tuple[tuple[str, str], ...] = ()
    readable: bool = True
    """False if there were too many, or some were not UTF-8 or held a NUL; the layer then rejects the request."""

    def first(self, name: str) -> str | None:
        """The first value under `name`; None if it was not sent, "" if it was sent empty."""
        return next((value for key, value in self.pairs if key == name), None)

    def all(self, name: str) -> tuple[str, ...]:
        return tuple(value for key, value in self.pairs if key == name)

    def __contains__(self, name: str) -> bool:
        return any(key == name for key, _ in self.pairs)


@dataclass(slots=True)
class Incoming(Generic[CallerT]):
    """One request. `path_values` and `query` are decoded; `raw_path` is as it came over the wire.

    The pipeline fills in what it finds out on the way (route, caller, body); to a handler it is a value.
    """

    method: str
    path: str
    raw_path: str
    query: Query
    headers: Headers
    request_id: str
    base_url: str
    """Scheme, host and root path as the client called them, such as `https://counter.example`; no slash at the end."""
    received_at: datetime
    client_address: str = ""
    path_values: Mapping[str, str] = field(default_factory=dict)
    route: str = ""
    """The template that matched, such as `/{org}/ext/v2/orders.json`; empty if none did."""
    body: bytes = b""
    file: SpooledBody | None = None
    """The body of an endpoint that has it spooled."""
    known_caller: CallerT | None = None
    """Who calls; None before authentication and on endpoints that ask for none."""

    @property
    def caller(self) -> CallerT:
        """Who calls. Only for endpoints that authenticate; elsewhere asking is a bug."""
        if self.known_caller is None:
            raise LookupError(f"{self.method} {self.route} does not authenticate")
        return self.known_caller


def request_id_of(headers: Headers) -> str:
    """The caller's X-Request-Id if it is fit to be echoed and logged, else a new one."""
    sent = headers.get("x-request-id", "")
    return sent if _REQUEST_ID.fullmatch(sent) else secrets.token_hex(16)


def parse_query(raw: bytes) -> Query:
    """The parameters of a query string; never raises, but may be not `readable`."""
    if not raw:
        return Query()
    try:
        pairs = parse_qsl(raw.decode(), keep_blank_values=True, max_num_fields=_MOST_PARAMETERS, errors="strict")
    except ValueError:
        return Query(readable=False)
    return Query(tuple(pairs), readable=not any("\0" in key or "\0" in value for key, value in pairs))


def raw_path_of(scope: Scope) -> str:
    """The path as it came over the wire, still percent-encoded, without the root path of a proxy."""
    raw: bytes = scope.get("raw_path") or scope["path"].encode("utf-8", "replace")
    return raw.decode("latin-1").removeprefix(scope.get("root_path", ""))


def base_url_of(scope: Scope, headers: Headers) -> str:
    """Where the client thinks this program stands; a Host header that is none, or one of several, is not repeated."""
    host = ", ".join(headers.getlist("host"))
    if not _HOST.fullmatch(host):
        name, port = scope.get("server") or ("localhost", None)
        host = f"{name}:{port}" if port else str(name)
    return f"{scope.get('scheme', 'http')}://{host}{scope.get('root_path', '')}"
