"""`partscounter import mappings`: a user's own words from a file of rows, all of it or nothing (docs/mappings.md)."""

import typer

from partscounter.app import open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.invocation import settings_of
from partscounter.cli.mapping_user import UserName, find_user
from partscounter.cli.place import Data, Place
from partscounter.cli.table_options import DryRun, Errors, TableFile, open_errors
from partscounter.domain import mappings


def import_mappings(
    context: typer.Context,
    file: TableFile,
    user: UserName,
    *,
    dry_run: DryRun = False,
    errors: Errors = None,
    data: Data = None,
) -> None:
    """Replace the mapping of one API user by the rows of FILE: everything, or nothing if anything is wrong."""
    with open_errors(errors, file) as error_file:
        rows = mappings.read_mapping_file(file, error_file)
    settings = Place(data=data).of(settings_of(context))
    credential = find_user(settings, user)
    if dry_run:
        size = mappings.check_mapping(rows)
        typer.echo("dry run: nothing was written")
    else:
        with open_app(settings) as app:
            size = app.database.write(OPERATOR, lambda tx: mappings.replace_mapping(tx, credential.id, rows))
    typer.echo(f"{file.name}: {size.values:,} values of {user} for {size.pairs:,} native names")
