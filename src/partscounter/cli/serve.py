"""`partscounter serve`: the whole counter, web and worker processes under one supervisor."""

import typer

from partscounter.cli.begin_logging import begin_logging
from partscounter.cli.children import supervise
from partscounter.cli.invocation import instance_of
from partscounter.cli.ship_aliases import ship_aliases
from partscounter.database import migrate
from partscounter.settings import Settings, environments_of, make_data_folder


def register(program: typer.Typer) -> None:
    """Add the command."""
    program.command("serve")(serve)


def serve(context: typer.Context) -> None:
    """Run the counter as the settings say, until SIGTERM or SIGINT. Brings the database up to date first."""
    settings = instance_of(context)
    begin_logging(settings)
    environments = environments_of(settings)
    for each in environments.values():
        prepare(each)
    raise typer.Exit(supervise(context, [], settings.server.workers, environments=tuple(environments)))


def prepare(settings: Settings) -> None:
    """Make the data directory, every table that is not there yet, and the aliases that come with the program."""
    make_data_folder(settings.server.data_dir)
    migrate.upgrade(settings.database_url)
    ship_aliases(settings)
