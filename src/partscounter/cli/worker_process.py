"""`partscounter worker-process`: does what is to be done later, and keeps the search index up to date."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated

import structlog
import typer

from partscounter.app import App, open_app
from partscounter.cli.begin_logging import begin_logging
from partscounter.cli.children import GRACE
from partscounter.cli.embedded import embedded
from partscounter.cli.invocation import instance_of, settings_of
from partscounter.cli.place import Data, Host, Place, Port
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.follow_index import follow_index
from partscounter.worker.follow_wants import follow_wants
from partscounter.worker.forget_daily import forget_daily
from partscounter.worker.lifeline import end_with_supervisor
from partscounter.worker.run import MAILS, RESERVATIONS, build_import_worker, build_pusher, build_worker


def register(program: typer.Typer) -> None:
    """Add the command; hidden, since nobody types it."""
    program.command("worker-process", hidden=True)(worker_process)


def worker_process(
    context: typer.Context,
    *,
    data: Data = None,
    host: Host = None,
    port: Port = None,
    demo: Annotated[bool, typer.Option("--demo")] = False,
) -> None:
    """Work until told to stop."""
    end_with_supervisor(GRACE)
    settings = embedded(Place(data, host, port).of(instance_of(context))) if demo else settings_of(context)
    begin_logging(settings, level="warning" if demo else "")
    with _stopped_by_signal() as stop, open_app(settings) as app:
        beside = [
            threading.Thread(target=_while_needed, args=(work, app, stop), name=name)
            for name, work in (
                ("index", follow_index),
                ("wants", follow_wants),
                ("imports", _import),
                ("pushes", _push),
                ("reservations", _reserve),
                ("forget", forget_daily),
            )
        ]
        for thread in beside:
            thread.start()
        build_worker(app, render_push, name=f"mailer-{os.getpid()}", kinds=MAILS).run(stop)
        for thread in beside:
            thread.join()


def _while_needed(work: Callable[[App, threading.Event], None], app: App, stop: threading.Event) -> None:
    """Without one of its threads the worker is of no use: it ends, and is started again."""
    try:
        work(app, stop)
    finally:
        stop.set()


def _import(app: App, stop: threading.Event) -> None:
    build_import_worker(app, name=f"importer-{os.getpid()}").run(stop)


def _push(app: App, stop: threading.Event) -> None:
    build_pusher(app, render_push, name=f"pusher-{os.getpid()}").run(stop)


def _reserve(app: App, stop: threading.Event) -> None:
    build_worker(app, render_push, name=f"reserver-{os.getpid()}", kinds=RESERVATIONS).run(stop)


@contextmanager
def _stopped_by_signal() -> Iterator[threading.Event]:
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
