"""`partscounter web-process`: the ASGI app on uvicorn, its metrics, and the noting of who came in."""

import socket
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Annotated

import structlog
import typer
import uvicorn
from prometheus_client import CollectorRegistry
from starlette.types import ASGIApp

from partscounter.app import App, open_app
from partscounter.asgi import build_asgi, build_instance
from partscounter.cli.begin_logging import begin_logging
from partscounter.cli.children import GRACE
from partscounter.cli.embedded import embedded
from partscounter.cli.invocation import instance_of
from partscounter.cli.place import Data, Host, Place, Port
from partscounter.cli.warm_up import begin_warming
from partscounter.demo.guide import build_guide, print_lines
from partscounter.domain import access, mappings
from partscounter.domain.leads.empty_searches import note_empty_searches
from partscounter.kit.actor import Actor
from partscounter.kit.garbage import keep_what_is_built
from partscounter.settings import PRODUCTION, ServerSettings, environments_of
from partscounter.web.exchange import Observer
from partscounter.web.metrics import MetricsObserver, serving_metrics
from partscounter.web.observe import LogObserver
from partscounter.web.request_log import note_recent_requests
from partscounter.worker.lifeline import end_with_supervisor

ACTOR = Actor(name="web", door="web")
_NOTE_USES_EVERY_SECONDS = 60
_NOTE_UNMATCHED_EVERY_SECONDS = 5
_NOTE_REQUESTS_EVERY_SECONDS = 5
"""Not more often: a commit makes a process forget what it remembers of searches."""
_GRACE_SECONDS = 20
_WAITING_CONNECTIONS = 2048


def register(program: typer.Typer) -> None:
    """Add the command; hidden, since nobody types it."""
    program.command("web-process", hidden=True)(web_process)


def web_process(
    context: typer.Context,
    *,
    data: Data = None,
    host: Host = None,
    port: Port = None,
    number: Annotated[int, typer.Option(help="Which of several web processes this is, from 0.")] = 0,
    demo: Annotated[bool, typer.Option("--demo", help="Show the demo's guide and outbox.")] = False,
) -> None:
    """Answer requests until SIGTERM or SIGINT; running ones are then ended in peace."""
    end_with_supervisor(GRACE)
    settings = Place(data, host, port).of(instance_of(context))
    settings = embedded(settings) if demo else settings
    begin_logging(settings, level="warning" if demo else "")
    registry = CollectorRegistry()
    observers = (LogObserver(), MetricsObserver(registry))
    with ExitStack() as stack:
        apps = {name: stack.enter_context(open_app(each)) for name, each in environments_of(settings).items()}
        if settings.server.metrics_port:
            stack.enter_context(serving_metrics(registry, settings.server.metrics_port + number, settings.server.host))
        for app in apps.values():
            stack.enter_context(_every(_NOTE_USES_EVERY_SECONDS, partial(_note_uses, app)))
            stack.enter_context(_every(_NOTE_UNMATCHED_EVERY_SECONDS, partial(_note_unmatched, app)))
            stack.enter_context(_every(_NOTE_REQUESTS_EVERY_SECONDS, partial(note_recent_requests, app)))
        listening = stack.enter_context(_bind(settings.server))
        asgi = _build_demo(apps, observers) if demo else build_instance(apps, observers)
        keep_what_is_built()  # to look through it again and again would hold up requests
        begin = partial(begin_warming, tuple(apps.values()))
        ready = (partial(_print_guide, settings.server.port), begin) if demo else (begin,)
        _Server(_config(asgi, settings.server), ready).run(sockets=[listening])


def _build_demo(apps: Mapping[str, App], observers: Sequence[Observer]) -> ASGIApp:
    return build_asgi(apps[PRODUCTION], guide=build_guide(), observers=observers)


class _Server(uvicorn.Server):
    """Does something as soon as it is ready to answer."""

    def __init__(self, config: uvicorn.Config, once_ready: Sequence[Callable[[], None]]) -> None:
        super().__init__(config)
        self._once_ready = once_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for do in self._once_ready:
            do()


def _print_guide(port: int) -> None:
    for line in print_lines(f"http://127.0.0.1:{port}"):
        typer.echo(line)


def _config(asgi: ASGIApp, server: ServerSettings) -> uvicorn.Config:
    return uvicorn.Config(
        asgi,
        log_config=None,
        access_log=False,
        backlog=_WAITING_CONNECTIONS,
        ws="none",
        lifespan="on",
        server_header=False,
        proxy_headers=bool(server.trusted_proxies),
        forwarded_allow_ips=list(server.trusted_proxies),
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )


def _bind(server: ServerSettings) -> socket.socket:
    """A socket on the port; several web processes share it, and the system spreads the connections.

    The server listens once it can answer: a request that comes before is refused at once, and does not wait.
    """
    family = socket.AF_INET6 if ":" in server.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if server.workers > 1:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    listening.bind((server.host, server.port))
    return listening


def _note_uses(app: App) -> None:
    """Which credentials were used."""
    uses = app.authenticator.take_uses()
    if uses:
        app.database.write(ACTOR, partial(access.note_uses, uses=uses))


def _note_unmatched(app: App) -> None:
    """Which words were searched for in vain, and which searches found nothing."""
    words = app.unmatched.take()
    if words:
        app.database.write(ACTOR, partial(mappings.note_unmatched, words=words))
    searches = app.empty_searches.take()
    if searches:
        app.database.write(ACTOR, partial(note_empty_searches, searches=searches))


@contextmanager
def _every(seconds: float, note: Callable[[], None]) -> Iterator[None]:
    """Note now and then, and at the end, what requests left to be noted."""
    stop, log = threading.Event(), structlog.get_logger(__name__)

    def run() -> None:
        while not stop.wait(seconds):
            try:
                note()
            except Exception:
                log.exception("What requests left to be noted could not be noted; some of it is lost.")

    thread = threading.Thread(target=run, name="notes", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
        note()
