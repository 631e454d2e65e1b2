"""`partscounter aliases`: what else the trade calls a make, a model or a part type."""

from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.cli.serve import prepare
from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.catalog.aliases import AliasRow
from partscounter.settings import Settings


class AliasKind(StrEnum):
    """What can have aliases, as the command line spells it."""

    PART_TYPE = "part_type"
    MAKE = "make"
    MODEL = "model"


_Kind = Annotated[AliasKind, typer.Argument(help="part_type, make or model.")]
_Text = Annotated[str, typer.Argument(help="The other word, such as Cat.", metavar="ALIAS")]
_Name = Annotated[str, typer.Argument(help="What it stands for, such as Caterpillar.", metavar="NAME")]


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="What else the trade calls a make, a model or a part type.")
    group.command("list")(list_all)
    group.command("add")(add)
    group.command("remove")(remove)
    program.add_typer(group, name="aliases")


def list_all(
    context: typer.Context,
    kind: Annotated[AliasKind | None, typer.Option(help="Only these.")] = None,
    data: Data = None,
) -> None:
    """Print every alias and what it stands for."""
    with open_app(_settings(context, data)) as app, app.database.read() as tx:
        for alias in aliases.list_aliases(tx, None if kind is None else NameKind(kind.value)):
            typer.echo(f"{alias.kind.value}: {alias.text} = {alias.name}{'' if alias.shipped else '  (yours)'}")


def add(context: typer.Context, kind: _Kind, alias: _Text, name: _Name, data: Data = None) -> None:
    """Let ALIAS stand for NAME from the next search on, whatever it stood for before."""
    row = AliasRow(NameKind(kind.value), alias, name)
    with open_app(_settings(context, data)) as app:
        app.database.write(OPERATOR, partial(aliases.put_aliases, rows=[row]))
    typer.echo(f"{kind.value}: {alias} = {name}")


def remove(context: typer.Context, kind: _Kind, alias: _Text, data: Data = None) -> None:
    """Let ALIAS stand for itself alone again, from the next search on."""
    with open_app(_settings(context, data)) as app:
        gone = app.database.write(OPERATOR, partial(aliases.remove_alias, kind=NameKind(kind.value), text=alias))
    typer.echo(f"{kind.value}: {gone.text} stands for {gone.name} no longer")


def _settings(context: typer.Context, data: Data) -> Settings:
    """The settings of a counter whose tables are there: aliases can be told before the first start."""
    settings = Place(data=data).of(settings_of(context))
    prepare(settings)
    return settings
