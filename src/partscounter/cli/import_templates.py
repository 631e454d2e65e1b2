"""`partscounter import templates`: the operator's templates for end users from a TOML file (docs/templates.md)."""

from pathlib import Path
from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.cli.serve import prepare
from partscounter.database.migrate import has_tables
from partscounter.domain import customer_templates

_File = Annotated[Path, typer.Argument(help="TOML.", metavar="FILE.toml", exists=True, dir_okay=False, readable=True)]


def import_templates(context: typer.Context, file: _File, data: Data = None) -> None:
    """Make the templates in FILE.toml, or replace those of the same type and name; all of them or, if one is wrong,
    none.
    """
    rules = customer_templates.read_templates(file)
    settings = Place(data).of(settings_of(context))
    if not has_tables(settings.database_url):
        prepare(settings)
    with open_app(settings) as app:
        changed = app.database.write(OPERATOR, lambda tx: customer_templates.put_templates(tx, rules))
    typer.echo(f"{file.name}: {len(rules)} templates, {changed} new or changed")
