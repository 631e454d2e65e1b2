"""What every page app is wrapped in: request id, safe headers, body limit, HTML error pages, logs and metrics."""

import time
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bound_contextvars

from partscounter.kit.refusal import Refusal
from partscounter.web.api import MIB
from partscounter.web.body import too_large
from partscounter.web.exchange import CLIENT_LEFT, Exchange, Observer
from partscounter.web.incoming import request_id_of
from partscounter.web.pages import SECURITY_HEADERS
from partscounter.web.problems import RequestRejected, problem_of

_log = structlog.get_logger("partscounter.web")
_METHOD_NOT_ALLOWED: Final = 405
_NOT_FOUND: Final = 404
_BAD_REQUEST: Final = 400
NO_LARGER: Final[Mapping[str, int]] = MappingProxyType({})
REQUEST_ID_KEY = "partscounter.request_id"
"""Where the scope holds the request id, for the actor of a verb and for error pages."""


def page_error_handlers(
    problem: Callable[[int, str], Response],
) -> dict[type[Exception], Callable[[Request, Exception], Response]]:
    """For Starlette's `exception_handlers`: every refusal, HTTP error and bug as a page of `problem`'s making."""

    def respond(request: Request, error: Exception) -> Response:
        request_id: str = request.scope[REQUEST_ID_KEY]
        if isinstance(error, HTTPException):
            response = problem(error.status_code, request_id)
            response.headers.update(error.headers or {})
            if error.status_code == _METHOD_NOT_ALLOWED:
                response.headers["Allow"] = ", ".join(_methods_at(request))
            return response
        known = problem_of(error)
        return problem(known.kind.status if known else 500, request_id)

    return dict.fromkeys((HTTPException, RequestRejected, Refusal, Exception), respond)


def _methods_at(request: Request) -> list[str]:
    """What the address takes; the library names only the methods of the first of its routes."""
    routes = (route for route in request.scope["router"].routes if isinstance(route, Route))
    there = (route for route in routes if route.matches(request.scope)[0] is not Match.NONE)
    return sorted({method for route in there for method in route.methods or ()})


class PageShell:
    """An ASGI app around `app` (Starlette, say). `problem` makes the page for a status and a request id."""

    def __init__(
        self,
        name: str,
        app: ASGIApp,
        problem: Callable[[int, str], Response],
        *,
        body_limit: int = MIB,
        larger_bodies: Mapping[str, int] = NO_LARGER,
        observers: Sequence[Observer] = (),
    ) -> None:
        """`larger_bodies`: by path, where another limit than `body_limit` holds."""
        self.name = name
        self.app = app
        self.problem = problem
        self.body_limit = body_limit
        self.larger_bodies = larger_bodies
        self.observers = tuple(observers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request_id = request_id_of(Headers(scope=scope))
        scope[REQUEST_ID_KEY] = request_id
        with bound_contextvars(**{"request.id": request_id}):
            await _Visit(self, request_id, scope, receive, send).serve()


class _Visit:
    """One request to a page app."""

    def __init__(self, shell: PageShell, request_id: str, scope: Scope, receive: Receive, send: Send) -> None:
        self._shell = shell
        self._request_id = request_id
        self._scope = scope
        self._receive_raw = receive
        self._send_raw = send
        self._status = CLIENT_LEFT
        self._body_size = 0
        self._complete = False

    async def serve(self) -> None:
        began = time.perf_counter()
        for observer in self._shell.observers:
            observer.started(self._shell.name)
        try:
            await self._serve()
        finally:
            exchange = self._exchange(time.perf_counter() - began)
            for observer in self._shell.observers:
                observer.finished(exchange)

    async def _serve(self) -> None:
        refused = _refused_for_nul(self._scope)
        if refused is not None:
            await self._shell.problem(refused, self._request_id)(self._scope, self._receive, self._send)
            return
        try:
            await self._shell.app(self._scope, self._receive, self._send)
        except Exception as error:  # noqa: BLE001 - the edge: whatever is not meant for the visitor is a bug
            problem = problem_of(error)
            if problem is None:
                _log.error("A page failed by a bug.", api=self._shell.name, exc_info=error)
            if self._status == CLIENT_LEFT:
                response = self._shell.problem(problem.kind.status if problem else 500, self._request_id)
                await response(self._scope, self._receive, self._send)

    async def _receive(self) -> Message:
        message = await self._receive_raw()
        self._body_size += len(message.get("body", b""))
        limit = self._shell.larger_bodies.get(self._scope["path"], self._shell.body_limit)
        if self._body_size > limit:
            raise too_large(limit)
        return message

    async def _send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            headers = MutableHeaders(raw=list(message.get("headers", ())))
            headers["X-Request-Id"] = self._request_id
            for name, value in SECURITY_HEADERS.items():
                headers.setdefault(name, value)
            message = {**message, "headers": headers.raw}
        else:
            self._complete = not message.get("more_body", False)
        await self._send_raw(message)

    def _exchange(self, seconds: float) -> Exchange:
        return Exchange(
            api=self._shell.name,
            method=self._scope["method"],
            route=getattr(self._scope.get("route"), "path", ""),
            path=self._scope["path"],
            status=self._status,
            seconds=seconds,
            request_id=self._request_id,
            client_address=(self._scope.get("client") or ("",))[0],
            complete=self._complete,
        )


def _refused_for_nul(scope: Scope) -> int | None:
    """The status for an address with the character U+0000: nothing here is called so, and no database takes it."""
    if "\0" in scope["path"]:
        return _NOT_FOUND
    return _BAD_REQUEST if b"%00" in scope["query_string"] else None
