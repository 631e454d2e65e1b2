"""Sends each request to the environment that it names: one instance, several counters behind one address.

What names it, the first that is there: a header; a prefix of the path, for links in mails; a cookie, which following
such a link leaves behind. A request that names none, or one that does not exist, goes to the first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE = "environment"
_READING = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class Environments:
    """The ASGI app over the apps of all environments, by their names."""

    apps: Mapping[str, ASGIApp]
    header: str
    prefix: str
    """Such as `/environments/`; the name and the address within the environment follow."""
    unnamed: Mapping[str, ASGIApp]
    """By path: apps that answer where no header names an environment, since their callers cannot know one."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._first(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if self.header in headers:
            await self.apps.get(headers[self.header], self._first)(scope, receive, send)
        elif scope["path"] in self.unnamed:
            await self.unnamed[scope["path"]](scope, receive, send)
        elif (name := self._prefixed(scope["path"])) is not None:
            await self._within(name, scope, receive, send)
        else:
            await self.apps.get(_cookie(headers), self._first)(scope, receive, send)

    @property
    def _first(self) -> ASGIApp:
        return next(iter(self.apps.values()))

    def _prefixed(self, path: str) -> str | None:
        """The environment that the path begins with."""
        if not path.startswith(self.prefix):
            return None
        name = path.removeprefix(self.prefix).partition("/")[0]
        return name if name in self.apps else None

    async def _within(self, name: str, scope: Scope, receive: Receive, send: Send) -> None:
        """A page is shown at its own address, with the cookie; anything else is done at once."""
        cut = f"{self.prefix}{name}"
        raw_path = scope.get("raw_path", scope["path"].encode()).removeprefix(cut.encode()) or b"/"
        if scope["method"] not in _READING:
            inner = {**scope, "path": scope["path"].removeprefix(cut) or "/", "raw_path": raw_path}
            await self.apps[name](inner, receive, send)
            return
        # More slashes would make the rest the name of a foreign host.
        target = "/" + raw_path.decode("ascii", "replace").lstrip("/")
        query = scope["query_string"].decode("ascii", "replace")
        response = RedirectResponse(f"{target}?{query}" if query else target, 303)
        response.set_cookie(COOKIE, name, path="/", httponly=True, samesite="lax")
        await response(scope, receive, send)


def _cookie(headers: Headers) -> str:
    try:
        cookies = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return ""
    return cookies[COOKIE].value if COOKIE in cookies else ""
