"""A client for an ASGI app inside the test's own process, and a real uvicorn on a free port where transport matters."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx
import uvicorn
from starlette.types import ASGIApp

BASE_URL = "http://counter.example"
PATIENCE_SECONDS = 10.0


class InProcess(httpx.BaseTransport):
    """Runs each request through the app on an event loop of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return asyncio.run(self._handle(request))

    async def _handle(self, request: httpx.Request) -> httpx.Response:
        body = httpx.ByteStream(request.read())
        whole = httpx.Request(request.method, request.url, headers=request.headers, stream=body)
        answer = await httpx.ASGITransport(app=self._app).handle_async_request(whole)
        content = await answer.aread()
        return httpx.Response(answer.status_code, headers=answer.headers, content=content, request=request)


def client(app: ASGIApp, **headers: str) -> httpx.Client:
    """A client of `app`; keyword arguments are headers of every request, `_` standing for `-`."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Client(transport=InProcess(app), base_url=BASE_URL, headers=named)


@dataclass(frozen=True, slots=True)
class Running:
    """A uvicorn that listens on 127.0.0.1."""

    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def running(app: ASGIApp) -> Iterator[Running]:
    """Serve `app` by uvicorn from a thread of this process until the block ends."""
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="critical", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        until(lambda: server.started)
        yield Running(server.servers[0].sockets[0].getsockname()[1])
    finally:
        server.should_exit = True
        thread.join(PATIENCE_SECONDS)


def until(condition: Callable[[], object]) -> None:
    """Wait for `condition` to hold; fail after PATIENCE_SECONDS."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "the condition did not come true in time"
        time.sleep(0.005)
