"""The `partscounter` program: its options, and the command groups in the order in which help lists them.

A command group is a module with `register(program)`, which adds its commands. To add one, write the module and put its
`register` into GROUPS. Commands with subcommands make a `typer.Typer` of their own and hang it in with `add_typer`.
"""

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from partscounter.cli import check, demo, import_inventory, process, serve, show_settings
from partscounter.cli.invocation import Invocation
from partscounter.cli.output import RefusalsShown

GROUPS: tuple[Callable[[typer.Typer], None], ...] = (
    demo.register,
    serve.register,
    import_inventory.register,
    show_settings.register,
    check.register,
    process.register,
)


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
    for register in GROUPS:
        register(program)
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
    show_version: Annotated[  # noqa: ARG001 - typer answers it in the callback
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """One parts counter that speaks five wire contracts over one order core."""
    context.obj = Invocation(config)
