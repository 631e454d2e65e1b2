"""`partscounter import customers`: customers from a CSV file, all of it or nothing (docs/templates.md)."""

from pathlib import Path
from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.database.migrate import has_tables
from partscounter.domain import customers
from partscounter.domain.customers import CustomersRefused

_File = Annotated[
    Path, typer.Argument(help="CSV with a header.", metavar="FILE.csv", exists=True, dir_okay=False, readable=True)
]
_Vendor = Annotated[str, typer.Option("--vendor", help="Vendor id of rows that name none.", metavar="ID")]
_Codes = Annotated[
    bool, typer.Option("--codes-are-userids", help="A code is the end-user id too, where none is given.")
]
_Dry = Annotated[bool, typer.Option("--dry-run", help="Say what would happen; write nothing.")]


def import_customers(
    context: typer.Context,
    file: _File,
    *,
    vendor: _Vendor = "",
    codes_are_userids: _Codes = False,
    dry_run: _Dry = False,
    data: Data = None,
) -> None:
    """Add and change the customers of FILE.csv: all of them or, if anything is wrong, none."""
    drafts = customers.read_customers(file, vendor_id=vendor, codes_are_userids=codes_are_userids)
    settings = Place(data).of(settings_of(context))
    if not has_tables(settings.database_url):
        raise CustomersRefused("There is no database yet, and so no vendor whose customers they could be")
    with open_app(settings) as app:
        if dry_run:
            with app.database.read() as tx:
                counts = customers.check_import(tx, drafts)
            typer.echo("dry run: nothing was written")
        else:
            counts = app.database.write(OPERATOR, lambda tx: customers.import_customers(tx, drafts))
    typer.echo(f"{file.name}: {counts.added:,} added, {counts.changed:,} changed, {counts.unchanged:,} as before")
