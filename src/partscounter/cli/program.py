"""The `partscounter` program and its options."""

from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from partscounter.cli.invocation import Invocation
from partscounter.cli.output import RefusalsShown


def build_program() -> typer.Typer:
    """A new program; nothing of it is shared between two calls."""
    program = typer.Typer(
        name="partscounter",
        cls=RefusalsShown,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,  # a bug shows its plain traceback, without the values of variables
    )
    program.callback()(_options)
    return program


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"partscounter {version('partscounter')}")
        raise typer.Exit


def _options(
    context: typer.Context,
    config: Annotated[
        Path | None, typer.Option(help="TOML file with settings; goes before PARTSCOUNTER_CONFIG.", metavar="FILE")
    ] = None,
    environment: Annotated[
        str, typer.Option(help="On an instance in QA: which of its environments the command is about.", metavar="NAME")
    ] = "",
    show_version: Annotated[  # noqa: ARG001 - typer answers it in the callback
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """One parts counter that speaks five wire contracts over one order core."""
    context.obj = Invocation(config, environment)
