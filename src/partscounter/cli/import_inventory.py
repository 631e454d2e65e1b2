"""`partscounter import inventory`: stock from a file of rows, checked as a whole (docs/import.md)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from partscounter.app import open_app
from partscounter.cli.actor import OPERATOR
from partscounter.cli.invocation import settings_of
from partscounter.cli.place import Data, Place
from partscounter.cli.serve import prepare
from partscounter.cli.table_options import DryRun, Errors, TableFile, open_errors
from partscounter.database.engine import open_database
from partscounter.database.migrate import has_tables
from partscounter.domain.file_imports import rejecting
from partscounter.domain.inventory import imports
from partscounter.domain.inventory.imports import Feed, ImportOptions, ImportReport, Phase, Replacement, Watch
from partscounter.kit.clock import SystemClock
from partscounter.settings import Settings

_Mapping = Annotated[
    Path | None,
    typer.Option(help="TOML: how other columns become the native ones.", metavar="FILE", exists=True, dir_okay=False),
]


def import_inventory(
    context: typer.Context,
    file: TableFile,
    *,
    mapping: _Mapping = None,
    dry_run: DryRun = False,
    errors: Errors = None,
    replace_stock: Annotated[
        bool, typer.Option("--replace", help="Take off offer what these stores offer and the file does not name.")
    ] = False,
    allow_retire: Annotated[
        int | None,
        typer.Option(
            help=f"With --replace: percent of a vendor's offer that may be missing; {Replacement().most_percent} unless"
            " given.",
            min=0,
            max=100,
        ),
    ] = None,
    data: Data = None,
) -> None:
    """Take stock in from FILE, or nothing if anything in it is wrong. The same file again changes nothing."""
    settings = Place(data=data).of(settings_of(context))
    replacement = _replacement(replace_stock, allow_retire)
    with open_errors(errors, file) as error_file:
        feed = imports.open_feed(file, None if mapping is None else imports.read_mapping(mapping))
        _warn_of_unknown_columns(feed)
        options = ImportOptions(replacement=replacement, reject=rejecting(error_file, feed))
        with _progress(feed) as watch:
            report = _preview(settings, feed, watch, options) if dry_run else _import(settings, feed, watch, options)
    if dry_run:
        typer.echo("dry run: nothing was written")
    for line in _summary(file.name, report):
        typer.echo(line)


def _replacement(is_wanted: bool, allow_retire: int | None) -> Replacement | None:
    if allow_retire is None:
        return Replacement() if is_wanted else None
    if not is_wanted:
        raise typer.BadParameter("is for imports with --replace", param_hint="--allow-retire")
    return Replacement(allow_retire)


def _warn_of_unknown_columns(feed: Feed) -> None:
    console = Console(stderr=True)
    for column in feed.unknown_columns:
        console.print(f"[yellow]warning[/]: column {escape(repr(column))} is passed over", soft_wrap=True)


def _import(settings: Settings, feed: Feed, watch: Watch, options: ImportOptions) -> ImportReport:
    if not has_tables(settings.database_url):
        prepare(settings)
    with open_app(settings) as app:
        return imports.import_feed(app.database, feed, OPERATOR, app.clock, watch, options=options)


def _preview(settings: Settings, feed: Feed, watch: Watch, options: ImportOptions) -> ImportReport:
    clock = SystemClock()
    if not has_tables(settings.database_url):
        return imports.preview_import(None, feed, clock, watch, options=options)
    database = open_database(settings.database_url, clock)
    try:
        return imports.preview_import(database, feed, clock, watch, options=options)
    finally:
        database.close()


@contextmanager
def _progress(feed: Feed) -> Iterator[Watch]:
    """A bar for each reading of the file, on standard error if that is a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        tasks = {phase: progress.add_task(phase.value, total=feed.size) for phase in Phase}
        yield lambda phase, read: progress.update(tasks[phase], completed=read)


def _summary(name: str, report: ImportReport) -> Iterator[str]:
    yield f"{name}: {report.listings:,} items of {report.vendors:,} vendors in {report.stores:,} stores"
    counts = {
        "added": report.added,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "listed": report.listed,
        "unlisted": report.unlisted,
        "new vendors": report.new_vendors,
        "new stores": report.new_stores,
        "repeated rows": report.repeats,
    }
    if report.retired:
        counts["retired"] = report.retired
    for label, count in counts.items():
        yield f"  {label:<13} {count:>11,}"
