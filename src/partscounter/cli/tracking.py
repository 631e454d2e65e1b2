"""`partscounter tracking`: looking into Order Tracking, and leaving its V2."""

import typer

from partscounter.cli.tracking_history import show_history
from partscounter.cli.tracking_upgrade import upgrade


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True)
    group.callback()(_group)
    group.command("history")(show_history)
    group.command("upgrade")(upgrade)
    program.add_typer(group, name="tracking")


def _group() -> None:
    """Order tracking: what came for a document, and V2 bodies as V3."""
