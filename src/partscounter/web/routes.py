"""Endpoints and how a path finds its own.

Paths are split before they are decoded, so that `%2F` inside a segment is part of its value and an empty segment
stays visible. There is no redirect and no cleaning of slashes: a path either matches or is unknown.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic
from urllib.parse import unquote, unquote_to_bytes

from partscounter.web.answer import Answer
from partscounter.web.incoming import CallerT, Incoming
from partscounter.web.lengthy import Lengthy
from partscounter.web.once_written import OnceWritten
from partscounter.web.spool import Spool

_NAMED = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Endpoint(Generic[CallerT]):
    """One operation. `path` is a template such as `/{org}/ext/v2/orders/{order}.json`."""

    method: str
    path: str
    handle: Callable[[Incoming[CallerT]], Answer | OnceWritten[Any] | Lengthy]
    authenticated: bool = True
    reads_body: bool = False
    media_types: tuple[str, ...] | None = None
    """The Content-Types it takes; None takes any. A body without Content-Type is taken as the first."""
    body_limit: int | None = None
    """Bytes, in place of the API's own limit."""
    produces: str = ""
    """If set, an Accept header that excludes this type is answered 406."""
    empty_segments: bool = False
    """True lets a named segment be empty, for APIs that say more about `//` than that it is not found."""
    unreadable_segments: bool = False
    """True lets a named segment be no UTF-8 or hold a NUL, for APIs that say more about such than that it is not found:
    the endpoint finds U+FFFD in its place, and refuses it."""
    credential_in_body: bool = False
    """True reads the body, within its limits of size and type, before `authenticate`, which then finds it there."""
    spool: Spool | None = None
    """Instead of `reads_body`: the body goes to a file, after the credential."""
    is_brief: bool = False
    """True runs it on the event loop: for what takes less than a trip to a thread and waits for nothing, so never where
    the database is elsewhere. Not if its body is large, nor, without a body, if a password has to be hashed first."""
    admit: Callable[[Incoming[CallerT]], None] | None = None
    """Asked after the credential and before the body: raises where the caller may not come in here, whatever it sends
    (a missing scope, another's store)."""


@dataclass(frozen=True, slots=True)
class Route(Generic[CallerT]):
    """An endpoint's template, compiled."""

    endpoint: Endpoint[CallerT]
    segments: tuple[str | re.Pattern[str], ...]

    def match(self, segments: tuple[str, ...]) -> Mapping[str, str] | None:
        """The values of the named segments; None if the path is another's."""
        values: dict[str, str] = {}
        for wanted, given in zip(self.segments, segments, strict=True):
            if isinstance(wanted, str):
                if wanted != given:
                    return None
            elif found := wanted.fullmatch(given):
                values |= found.groupdict()
            else:
                return None
        return values


@dataclass(frozen=True, slots=True)
class Found(Generic[CallerT]):
    """Where a request belongs: an endpoint with its path values, or only the methods that the path knows."""

    endpoint: Endpoint[CallerT] | None
    path_values: Mapping[str, str]
    allow: tuple[str, ...] = ()


class Routes(Generic[CallerT]):
    """All endpoints of one API. A literal segment goes before a named one, whatever the order of declaration."""

    def __init__(self, endpoints: Iterable[Endpoint[CallerT]]) -> None:
        self._by_length: dict[int, list[Route[CallerT]]] = {}
        for endpoint in endpoints:
            route = compile_route(endpoint)
            self._by_length.setdefault(len(route.segments), []).append(route)
        for routes in self._by_length.values():
            routes.sort(key=lambda route: [_vagueness(each) for each in route.endpoint.path.split("/")])

    def find(self, method: str, raw_path: str) -> Found[CallerT]:
        """HEAD without an endpoint of its own goes to that of GET."""
        segments = split_path(raw_path)
        matches = self._matching_unreadable(raw_path) if segments is None else self._matching(segments)
        for wanted in (method, "GET") if method == "HEAD" else (method,):
            for endpoint, values in matches:
                if endpoint.method == wanted:
                    return Found(endpoint, values)
        return Found(None, {}, _allowed(endpoint.method for endpoint, _ in matches))

    def _matching(self, segments: tuple[str, ...]) -> list[tuple[Endpoint[CallerT], Mapping[str, str]]]:
        routes = self._by_length.get(len(segments), ())
        return [(route.endpoint, values) for route in routes if (values := route.match(segments)) is not None]

    def _matching_unreadable(self, raw_path: str) -> list[tuple[Endpoint[CallerT], Mapping[str, str]]]:
        segments = tuple(unquote(each, errors="replace").replace("\0", "\ufffd") for each in raw_path.split("/")[1:])
        return [found for found in self._matching(segments) if found[0].unreadable_segments]


def _vagueness(segment: str) -> int:
    """0 for a literal, 1 for a name within a literal such as `{order}.json`, 2 for a name alone."""
    if _NAMED.fullmatch(segment):
        return 2
    return 1 if _NAMED.search(segment) else 0


def compile_route(endpoint: Endpoint[CallerT]) -> Route[CallerT]:
    least = "*" if endpoint.empty_segments else "+"
    return Route(endpoint, tuple(_compile_segment(each, least) for each in endpoint.path.split("/")[1:]))


def _compile_segment(segment: str, least: str) -> str | re.Pattern[str]:
    literals_and_names = _NAMED.split(segment)
    if len(literals_and_names) == 1:
        return segment
    pattern = "".join(
        f"(?P<{text}>.{least})" if index % 2 else re.escape(text) for index, text in enumerate(literals_and_names)
    )
    return re.compile(pattern, re.DOTALL)


def split_path(raw_path: str) -> tuple[str, ...] | None:
    """The decoded segments; None if one is not UTF-8 or holds a NUL, for nothing here can have such a name."""
    if "%" not in raw_path and raw_path.isascii():
        return tuple(raw_path.split("/")[1:])
    try:
        segments = tuple(unquote_to_bytes(each.encode("latin-1")).decode() for each in raw_path.split("/")[1:])
    except UnicodeError:
        return None
    return None if any("\0" in each for each in segments) else segments


def _allowed(methods: Iterable[str]) -> tuple[str, ...]:
    known = set(methods)
    return tuple(sorted(known | {"HEAD"} if "GET" in known else known))
