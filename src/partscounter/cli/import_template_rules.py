"""`partscounter import template-rules`: who gets which template, by rules in a TOML file (docs/templates.md)."""

from pathlib import Path
from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.cli.serve import prepare
from partscounter.database.migrate import has_tables
from partscounter.domain import end_users

_File = Annotated[Path, typer.Argument(help="TOML.", metavar="FILE.toml", exists=True, dir_okay=False, readable=True)]


def import_template_rules(context: typer.Context, file: _File, data: Data = None) -> None:
    """Have exactly the rules and the dealers' defaults of FILE.toml; if anything is wrong, the old ones stay."""
    rules = end_users.read_rules(file)
    settings = Place(data).of(settings_of(context))
    if not has_tables(settings.database_url):
        prepare(settings)
    with open_app(settings) as app:
        changed = app.database.write(OPERATOR, lambda tx: end_users.put_rules(tx, rules))
    typer.echo(
        f"{file.name}: {len(rules.rules)} rules, {len(rules.dealer_defaults)} defaults of dealers, "
        f"{'changed' if changed else 'as before'}"
    )
