"""`partscounter import mappings`: a user's own words from a file of rows, all of it or nothing (docs/mappings.md)."""

from pathlib import Path
from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.invocation import settings_of
from partscounter.cli.mapping_user import UserName, find_user
from partscounter.cli.place import Data, Place
from partscounter.domain import mappings
from partscounter.kit.actor import Actor

OPERATOR = Actor(name="cli", door="cli")

_File = Annotated[
    Path, typer.Argument(help="CSV with a header.", metavar="FILE.csv", exists=True, dir_okay=False, readable=True)
]


def import_mappings(
    context: typer.Context,
    file: _File,
    user: UserName,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen; write nothing.")] = False,
    data: Data = None,
) -> None:
    """Replace the mapping of one API user by the rows of FILE.csv: everything, or nothing if anything is wrong."""
    rows = mappings.read_mapping_file(file)
    settings = Place(data=data).of(settings_of(context))
    credential = find_user(settings, user)
    if dry_run:
        size = mappings.check_mapping(rows)
        typer.echo("dry run: nothing was written")
    else:
        with open_app(settings) as app:
            size = app.database.write(OPERATOR, lambda tx: mappings.replace_mapping(tx, credential.id, rows))
    typer.echo(f"{file.name}: {size.values:,} values of {user} for {size.pairs:,} native names")
