"""`partscounter mappings`: what an API user's own words do, and what they leave out."""

from collections.abc import Iterator

import typer

from partscounter.app import open_app
from partscounter.cli.invocation import settings_of
from partscounter.cli.mapping_user import UserName, find_user
from partscounter.cli.place import Data, Place
from partscounter.domain import mappings
from partscounter.domain.mappings import Coverage


def register(program: typer.Typer) -> None:
    """Add the command group."""
    group = typer.Typer(no_args_is_help=True, help="Look at the words of an API user.")
    group.callback()(_group)
    group.command("coverage")(coverage)
    program.add_typer(group, name="mappings")


def _group() -> None:
    """Look at the words of an API user."""


def coverage(context: typer.Context, user: UserName, data: Data = None) -> None:
    """Which words of the user match nothing in the catalogue, and which names of the catalogue it has no word for."""
    settings = Place(data=data).of(settings_of(context))
    credential = find_user(settings, user)
    with open_app(settings) as app, app.database.read() as tx:
        reports = mappings.report_coverage(tx, credential.id)
    for report in reports:
        for line in _lines(report):
            typer.echo(line)


def _lines(report: Coverage) -> Iterator[str]:
    yield (
        f"{report.kind.value}: {report.values:,} values, {len(report.dead_values):,} match nothing; "
        f"{report.natives:,} native names, {len(report.unmapped_natives):,} unmapped"
    )
    for value in report.dead_values:
        yield f"  matches nothing: {value.text}"
    for name in report.unmapped_natives:
        yield f"  unmapped: {name.text}"
