"""`partscounter import aliases`: the trade's other words from a file, all of it or nothing (docs/aliases.md)."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.cli.serve import prepare
from partscounter.domain.catalog import aliases
from partscounter.kit.actor import Actor

OPERATOR = Actor(name="cli", door="cli")

_File = Annotated[
    Path, typer.Argument(help="CSV with a header.", metavar="FILE.csv", exists=True, dir_okay=False, readable=True)
]


def import_aliases(
    context: typer.Context,
    file: _File,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen; write nothing.")] = False,
    data: Data = None,
) -> None:
    """Put the aliases of FILE.csv beside those that are there: all of them, or none if one is wrong."""
    rows = aliases.read_alias_file(file)
    settings = Place(data=data).of(settings_of(context))
    prepare(settings)
    with open_app(settings) as app:
        if dry_run:
            with app.database.read() as tx:
                change = aliases.check_aliases(tx, rows)
            typer.echo("dry run: nothing was written")
        else:
            change = app.database.write(OPERATOR, partial(aliases.put_aliases, rows=rows))
    typer.echo(f"{file.name}: {change.told:,} aliases, {change.changed:,} new or changed")
