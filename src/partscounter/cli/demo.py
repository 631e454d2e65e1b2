"""`partscounter demo`: the demo world on loopback, ready in seconds."""

import http.client
import sys
import threading
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.invocation import settings_of
from partscounter.cli.process import Place
from partscounter.cli.serve import prepare, supervise
from partscounter.demo import create_world, generate_items
from partscounter.demo.guide import print_lines
from partscounter.settings import DatabaseSettings, Settings
from partscounter.web.observe import LEVELS, configure_logging

LOOPBACK = "127.0.0.1"
_READY_WITHIN_SECONDS = 60


def register(program: typer.Typer) -> None:
    """Add the command."""
    program.command("demo")(demo)


def demo(
    context: typer.Context,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on 127.0.0.1.")] = 8080,
    data: Annotated[Path, typer.Option(help="Folder of the demo's data; made if it is missing.")] = Path("data/demo"),
    items: Annotated[int, typer.Option(min=0, help="Generate so many items beside the demo's own.")] = 0,
) -> None:
    """Start the demo world: every request printed in the five documents works as printed. Loopback only."""
    place = Place(data.absolute(), LOOPBACK, port)
    settings = _embedded(place.of(settings_of(context)))
    configure_logging(sys.stderr, LEVELS["warning"])
    prepare(settings)
    with open_app(settings) as app:
        create_world(app.database)
        generate_items(app.database, items)
    threading.Thread(target=_announce, args=(port,), daemon=True).start()
    raise typer.Exit(supervise(context, settings, place, demo=True))


def _embedded(settings: Settings) -> Settings:
    """The demo keeps to its own folder, whatever database the environment names."""
    server = replace(settings.server, workers=1, metrics_port=0)
    return replace(settings, server=server, database=DatabaseSettings())


def _announce(port: int) -> None:
    """Once the demo answers, print where it is and what to try."""
    deadline = time.monotonic() + _READY_WITHIN_SECONDS
    while time.monotonic() < deadline:
        if _is_ready(port):
            for line in print_lines(f"http://{LOOPBACK}:{port}"):
                typer.echo(line)
            return
        time.sleep(0.05)
    typer.echo("The demo does not answer; its log is above.", err=True)


def _is_ready(port: int) -> bool:
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=5)
    with suppress(OSError, http.client.HTTPException):
        connection.request("GET", "/readyz")
        return connection.getresponse().status == http.client.OK
    return False
