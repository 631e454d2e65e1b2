"""One web process: the ASGI app on uvicorn, its metrics, and the noting of who came in."""

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial

import uvicorn
from prometheus_client import CollectorRegistry

from partscounter.app import App, open_app
from partscounter.asgi import build_asgi
from partscounter.demo.guide import build_guide
from partscounter.domain import access
from partscounter.kit.actor import Actor
from partscounter.settings import ServerSettings, Settings
from partscounter.web.metrics import MetricsObserver, serving_metrics
from partscounter.web.observe import LogObserver

ACTOR = Actor(name="web", door="web")
_NOTE_USES_EVERY_SECONDS = 60
_GRACE_SECONDS = 20
_WAITING_CONNECTIONS = 2048


def run_web(settings: Settings, *, number: int, demo: bool) -> None:
    """Answer requests until SIGTERM or SIGINT; running ones are then ended in peace."""
    registry = CollectorRegistry()
    observers = (LogObserver(), MetricsObserver(registry))
    with ExitStack() as stack:
        app = stack.enter_context(open_app(settings))
        if settings.server.metrics_port:
            stack.enter_context(serving_metrics(registry, settings.server.metrics_port + number, settings.server.host))
        stack.enter_context(_noting_uses(app))
        listening = stack.enter_context(_listen(settings.server))
        asgi = build_asgi(app, guide=build_guide() if demo else None, observers=observers)
        uvicorn.Server(_config(asgi, settings.server)).run(sockets=[listening])


def _config(asgi: object, server: ServerSettings) -> uvicorn.Config:
    return uvicorn.Config(
        asgi,  # type: ignore[arg-type]  # uvicorn's own union of application types
        log_config=None,
        access_log=False,
        ws="none",
        lifespan="on",
        server_header=False,
        proxy_headers=bool(server.trusted_proxies),
        forwarded_allow_ips=list(server.trusted_proxies),
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )


def _listen(server: ServerSettings) -> socket.socket:
    """A listening socket; several web processes share the port, and the system spreads the connections."""
    family = socket.AF_INET6 if ":" in server.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if server.workers > 1:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    listening.bind((server.host, server.port))
    listening.listen(_WAITING_CONNECTIONS)
    return listening


@contextmanager
def _noting_uses(app: App) -> Iterator[None]:
    """Note now and then, and at the end, which credentials were used."""
    stop = threading.Event()

    def note() -> None:
        uses = app.authenticator.take_uses()
        if uses:
            app.database.write(ACTOR, partial(access.note_uses, uses=uses))

    def run() -> None:
        while not stop.wait(_NOTE_USES_EVERY_SECONDS):
            note()

    thread = threading.Thread(target=run, name="uses", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
        note()
