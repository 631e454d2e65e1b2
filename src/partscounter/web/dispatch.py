"""Sends each request to the API whose part of the address space it falls into, and all the rest to a default app.

Paths are passed on whole and unchanged, so that every API answers the unknown addresses and wrong methods inside its
own prefix. Nothing is redirected.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from starlette.types import ASGIApp, Receive, Scope, Send

from partscounter.web.incoming import raw_path_of

_NAMED = re.compile(r"\{[a-z_]+\}")


@dataclass(frozen=True, slots=True)
class Mount:
    """An app and where it stands: a prefix such as `/{org}/ext/v2/`, whose named segments take any one segment."""

    prefix: str
    app: ASGIApp

    @property
    def wanted(self) -> tuple[str | None, ...]:
        """The segments of the prefix; None is any but an empty one."""
        return tuple(None if _NAMED.fullmatch(each) else each for each in self.prefix.strip("/").split("/"))


class Dispatcher:
    """The program's root ASGI app. The first mount that fits is taken; `closing` is run when the server stops."""

    def __init__(self, mounts: Sequence[Mount], default: ASGIApp, closing: Callable[[], None] = lambda: None) -> None:
        self._mounts = tuple((mount.wanted, mount.app) for mount in mounts)
        self._by_first = {first: self._beginning(first) for first in {wanted[0] for wanted, _ in self._mounts}}
        self._default = default
        self._closing = closing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self.app_for(raw_path_of(scope))(scope, receive, send)
        else:
            await send({"type": "websocket.close"})

    def app_for(self, raw_path: str) -> ASGIApp:
        given = raw_path.split("/")[1:]
        if "%" in raw_path:
            given = [unquote(each, errors="replace") for each in given]
        mounts = self._by_first.get(given[0] if given else "", self._by_first.get(None, ()))
        for wanted, app in mounts:
            if _begins(given, wanted):
                return app
        return self._default

    def _beginning(self, first: str | None) -> tuple[tuple[tuple[str | None, ...], ASGIApp], ...]:
        """The mounts that a path with this first segment can belong to, in their order; None is any other segment."""
        return tuple((wanted, app) for wanted, app in self._mounts if wanted[0] in {first, None})

    @property
    def first_segments(self) -> frozenset[str | None]:
        """What the prefixes begin with; None where any segment will do."""
        return frozenset(wanted[0] for wanted, _ in self._mounts)

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.shutdown":
                self._closing()
                await send({"type": "lifespan.shutdown.complete"})
                return
            await send({"type": "lifespan.startup.complete"})


def _begins(given: Sequence[str], wanted: Sequence[str | None]) -> bool:
    if len(given) < len(wanted):
        return False
    for segment, literal in zip(given, wanted, strict=False):
        if not segment if literal is None else segment != literal:
            return False
    return True


@dataclass(frozen=True, slots=True)
class Matching:
    """Sends requests whose whole path fits a pattern to one app, and all others to another."""

    pattern: re.Pattern[str]
    app: ASGIApp
    otherwise: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        fits = scope["type"] == "http" and self.pattern.fullmatch(raw_path_of(scope)) is not None
        await (self.app if fits else self.otherwise)(scope, receive, send)
