"""One wire contract as one ASGI app. What happens to a request, and in which order, stands in `pipeline.py`."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Generic

from anyio import CapacityLimiter
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from partscounter.kit.clock import Clock, SystemClock
from partscounter.web.answer import Answer
from partscounter.web.answer_copy import AnswerCopy
from partscounter.web.contract import Contract
from partscounter.web.exchange import Exchange, Observer
from partscounter.web.incoming import CallerT, Incoming, base_url_of, parse_query, raw_path_of, request_id_of
from partscounter.web.pipeline import Pipeline
from partscounter.web.problems import Problem
from partscounter.web.routes import Endpoint, Routes

MIB = 1024 * 1024
_SYSTEM_CLOCK = SystemClock()


class Api(Generic[CallerT]):
    """`asgi` is the app. Handlers, `authenticate`, `limit` and `render_problem` are plain functions.

    `recognize` is `authenticate` as far as that takes no time, else None: brief endpoints that read no body need it.
    With `renders_for_caller` problems look different to different callers, so an unknown address, or one that does not
    take the method, finds out who calls before it says so.
    `challenge` is the WWW-Authenticate value of a 401; `limit` returns the seconds that a caller has to wait, or None;
    `credential_name` names a caller in logs and must tell no secret. `keep` is told of each request of a known caller
    once it is over, on the event loop: it must neither block nor raise.
    """

    def __init__(
        self,
        name: str,
        endpoints: Sequence[Endpoint[CallerT]],
        render_problem: Callable[[Problem, Incoming[CallerT]], Answer],
        *,
        challenge: str,
        authenticate: Callable[[Incoming[CallerT]], CallerT] | None = None,
        recognize: Callable[[Incoming[CallerT]], CallerT | None] | None = None,
        renders_for_caller: bool = False,
        limit: Callable[[CallerT], float | None] | None = None,
        credential_name: Callable[[CallerT], str] = lambda _: "",
        body_limit: int = MIB,
        threads: int = 40,
        stream_threads: int = 20,
        clock: Clock = _SYSTEM_CLOCK,
        observers: Sequence[Observer] = (),
        keep: Callable[[Incoming[CallerT], Exchange, AnswerCopy], None] | None = None,
    ) -> None:
        if authenticate is None and any(endpoint.authenticated for endpoint in endpoints):
            raise ValueError(f"{name} has endpoints that authenticate, but nothing to do it with")
        self.name = name
        self.endpoints = tuple(endpoints)
        self._clock = clock
        self._contract = Contract(
            name=name,
            routes=Routes(endpoints),
            render_problem=render_problem,
            challenge=challenge,
            authenticate=authenticate,
            recognize=recognize,
            renders_for_caller=renders_for_caller,
            limit=limit,
            credential_name=credential_name,
            body_limit=body_limit,
            threads=ThreadPoolExecutor(threads, name),
            streams=CapacityLimiter(stream_threads),
            observers=tuple(observers),
            keep=keep,
        )

    @property
    def asgi(self) -> ASGIApp:
        """The ASGI app. It knows no lifespan: what mounts it does."""
        return self

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close"})
            return
        if scope["type"] != "http":
            raise NotImplementedError(f"{self.name} does not speak {scope['type']}")
        await Pipeline(self._contract, self._incoming(scope), receive, send).serve()

    def _incoming(self, scope: Scope) -> Incoming[CallerT]:
        headers = Headers(scope=scope)
        return Incoming(
            method=scope["method"],
            path=scope["path"],
            raw_path=raw_path_of(scope),
            query=parse_query(scope.get("query_string", b"")),
            headers=headers,
            request_id=request_id_of(headers),
            base_url=base_url_of(scope, headers),
            received_at=self._clock.now(),
            client_address=(scope.get("client") or ("",))[0],
        )
