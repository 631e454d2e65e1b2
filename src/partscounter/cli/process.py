"""`partscounter process …`: the parts of a running server, each a process of its own. `serve` and `demo` start them."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import structlog
import typer

from partscounter.app import App, open_app
from partscounter.cli.invocation import settings_of
from partscounter.cli.web_process import run_web
from partscounter.settings import Settings
from partscounter.web.observe import LEVELS, configure_logging
from partscounter.worker.follow_index import follow_index
from partscounter.worker.lifeline import end_with_supervisor
from partscounter.worker.run import build_worker

GRACE = timedelta(seconds=25)


@dataclass(frozen=True, slots=True)
class Place:
    """What a parent process lays down for its children."""

    data: Path | None
    host: str | None
    port: int | None

    def of(self, settings: Settings) -> Settings:
        """`settings` with what was laid down."""
        server = replace(
            settings.server,
            data_dir=settings.server.data_dir if self.data is None else self.data,
            host=settings.server.host if self.host is None else self.host,
            port=settings.server.port if self.port is None else self.port,
        )
        return replace(settings, server=server)

    def options(self) -> list[str]:
        """The same as options of a child's command line."""
        given = {"--data": self.data, "--host": self.host, "--port": self.port}
        return [text for name, value in given.items() if value is not None for text in (name, str(value))]


Data = Annotated[Path | None, typer.Option("--data")]
Host = Annotated[str | None, typer.Option("--host")]
Port = Annotated[int | None, typer.Option("--port")]


def register(program: typer.Typer) -> None:
    """Add the commands; hidden, since nobody types them."""
    processes = typer.Typer(hidden=True)
    processes.command("web")(web)
    processes.command("worker")(worker)
    program.add_typer(processes, name="process")


def web(
    context: typer.Context,
    *,
    data: Data = None,
    host: Host = None,
    port: Port = None,
    number: Annotated[int, typer.Option(help="Which of several web processes this is, from 0.")] = 0,
    demo: Annotated[bool, typer.Option("--demo", help="Show the demo's guide and outbox.")] = False,
) -> None:
    """Answer requests until told to stop."""
    settings = _begin(context, Place(data, host, port))
    run_web(settings, number=number, demo=demo)


def worker(context: typer.Context, *, data: Data = None, host: Host = None, port: Port = None) -> None:
    """Do what is to be done later, and keep the search index up to date, until told to stop."""
    settings = _begin(context, Place(data, host, port))
    with stopped_by_signal() as stop, open_app(settings) as app:
        index = threading.Thread(target=_follow, args=(app, stop), name="index")
        index.start()
        build_worker(app).run(stop)
        index.join()


def _begin(context: typer.Context, place: Place) -> Settings:
    end_with_supervisor(GRACE)
    settings = place.of(settings_of(context))
    configure_logging(sys.stderr, LEVELS[settings.logging.level])
    return settings


def _follow(app: App, stop: threading.Event) -> None:
    try:
        follow_index(app, stop)
    finally:
        # Without its index thread the worker is of no use: it ends, and is started again.
        stop.set()


@contextmanager
def stopped_by_signal() -> Iterator[threading.Event]:
    """An event that SIGTERM or SIGINT sets."""
    stop = threading.Event()
    log = structlog.get_logger(__name__)

    def on_signal(number: int, _frame: object) -> None:
        log.info("Told to stop.", signal=signal.Signals(number).name)
        stop.set()

    before = {number: signal.signal(number, on_signal) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
