"""`partscounter prepare-demo`: make the demo's data folder ready. `demo` calls it when there is something to make."""

from pathlib import Path
from typing import Annotated

import typer

from partscounter.app import open_app
from partscounter.cli.embedded import embedded
from partscounter.cli.invocation import instance_of
from partscounter.cli.place import Place
from partscounter.cli.ship_aliases import ship_aliases
from partscounter.database import migrate
from partscounter.demo import create_world, generate_items
from partscounter.worker.follow_index import catch_up


def register(program: typer.Typer) -> None:
    """Add the command."""
    program.command("prepare-demo", hidden=True)(prepare_demo)


def prepare_demo(
    context: typer.Context, data: Annotated[Path, typer.Option()], items: Annotated[int, typer.Option()] = 0
) -> None:
    """Tables, the demo world, generated items and the search index. What is there already stays."""
    settings = embedded(Place(data=data).of(instance_of(context)))
    migrate.upgrade(settings.database_url)
    ship_aliases(settings)
    with open_app(settings) as app:
        create_world(app.database)
        generate_items(app.database, items)
        catch_up(app)
