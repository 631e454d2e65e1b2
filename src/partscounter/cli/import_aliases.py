"""`partscounter import aliases`: the trade's other words from a file, all of it or nothing (docs/aliases.md)."""

from functools import partial

import typer

from partscounter.cli.actor import OPERATOR
from partscounter.cli.invocation import settings_of
from partscounter.cli.opened import opened
from partscounter.cli.place import Data, Place
from partscounter.cli.serve import prepare
from partscounter.cli.table_options import DryRun, Errors, TableFile, open_errors
from partscounter.domain.catalog import aliases


def import_aliases(
    context: typer.Context, file: TableFile, *, dry_run: DryRun = False, errors: Errors = None, data: Data = None
) -> None:
    """Put the aliases of FILE beside those that are there: all of them, or none if one is wrong."""
    settings = Place(data=data).of(settings_of(context))
    with open_errors(errors, file) as error_file:
        told = aliases.read_alias_file(file, error_file)
        if not dry_run:
            prepare(settings)
        with opened(settings, for_good=not dry_run) as app:
            with app.database.read() as tx:
                change = aliases.check_aliases(tx, told.rows, partial(error_file.add_placed, told.records))
            if dry_run:
                typer.echo("dry run: nothing was written")
            else:
                change = app.database.write(OPERATOR, partial(aliases.put_aliases, rows=told.rows))
    typer.echo(f"{file.name}: {change.told:,} aliases, {change.changed:,} new or changed")
