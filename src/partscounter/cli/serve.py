"""`partscounter serve`: the whole counter, web and worker processes under one supervisor."""

import sys
from pathlib import Path

import typer

from partscounter.cli.invocation import Invocation, settings_of
from partscounter.cli.process import GRACE, Place
from partscounter.database import migrate
from partscounter.settings import Settings
from partscounter.web.observe import LEVELS, configure_logging
from partscounter.worker.supervisor import Patience, Supervisor


def register(program: typer.Typer) -> None:
    """Add the command."""
    program.command("serve")(serve)


def serve(context: typer.Context) -> None:
    """Run the counter as the settings say, until SIGTERM or SIGINT. Brings the database up to date first."""
    settings = settings_of(context)
    configure_logging(sys.stderr, LEVELS[settings.logging.level])
    prepare(settings)
    raise typer.Exit(supervise(context, settings, Place(None, None, None)))


def prepare(settings: Settings) -> None:
    """Make the data directory, and every table that is not there yet."""
    settings.server.data_dir.mkdir(parents=True, exist_ok=True)
    migrate.upgrade(settings.database_url)


def supervise(context: typer.Context, settings: Settings, place: Place, *, demo: bool = False) -> int:
    """Run the web processes and the worker; the exit status."""
    invocation = context.find_object(Invocation)
    config: Path | None = None if invocation is None else invocation.config
    program = [sys.executable, "-m", "partscounter", *(["--config", str(config)] if config else []), "process"]
    options = place.options()
    web = [*program, "web", *options, *(["--demo"] if demo else [])]
    commands = {f"web-{n}": [*web, "--number", str(n)] for n in range(settings.server.workers)}
    commands["worker"] = [*program, "worker", *options]
    return Supervisor(commands, Patience(grace=GRACE.total_seconds())).run()
