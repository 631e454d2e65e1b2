"""`partscounter settings`: what the program would run with."""

from typing import Annotated

import typer

from partscounter.cli.invocation import instance_of
from partscounter.settings import settings_table, shown_settings


def register(program: typer.Typer) -> None:
    """Add the command."""
    program.command("settings")(show_settings)


def show_settings(
    context: typer.Context,
    table: Annotated[
        bool,
        typer.Option("--table", help="Print the table of docs/settings.md instead: every setting and its default."),
    ] = False,
) -> None:
    """Print the settings in effect, secrets masked."""
    if table:
        typer.echo(settings_table())
    else:
        for name, value in shown_settings(instance_of(context)):
            typer.echo(f"{name}={value}")
