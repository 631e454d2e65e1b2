"""`partscounter import stores | vehicles | images`: tables of rows, all of them or nothing (docs/import.md)."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import typer

from partscounter.cli.actor import OPERATOR
from partscounter.cli.invocation import settings_of
from partscounter.cli.opened import opened
from partscounter.cli.place import Data, Place
from partscounter.cli.table_options import DryRun, Errors, TableFile, open_errors
from partscounter.domain import file_imports
from partscounter.domain.file_imports import Choices, FileKind
from partscounter.settings import Settings


def import_stores(
    context: typer.Context, file: TableFile, dry_run: DryRun = False, errors: Errors = None, data: Data = None
) -> None:
    """Make stores known, or change what is known of them: every row of FILE, or nothing if anything in it is wrong."""
    _import(FileKind.STORES, Place(data).of(settings_of(context)), file, dry_run=dry_run, errors=errors)


def import_vehicles(
    context: typer.Context, file: TableFile, dry_run: DryRun = False, errors: Errors = None, data: Data = None
) -> None:
    """Make vehicles known that items come from: every row of FILE, or nothing if anything in it is wrong."""
    _import(FileKind.VEHICLES, Place(data).of(settings_of(context)), file, dry_run=dry_run, errors=errors)


def import_images(
    context: typer.Context, file: TableFile, dry_run: DryRun = False, errors: Errors = None, data: Data = None
) -> None:
    """Replace the images of items: every row of FILE, or nothing if anything in it is wrong."""
    _import(FileKind.IMAGES, Place(data).of(settings_of(context)), file, dry_run=dry_run, errors=errors)


def _import(kind: FileKind, settings: Settings, file: Path, *, dry_run: bool, errors: Path | None) -> None:
    with open_errors(errors, file) as error_file, opened(settings, for_good=not dry_run) as app:
        counts = file_imports.run_import(
            app.database, app.clock, OPERATOR, kind, file, choices=Choices(dry_run=dry_run), errors=error_file
        )
    if dry_run:
        typer.echo("dry run: nothing was written")
    for line in _summary(file.name, counts):
        typer.echo(line)


def _summary(name: str, counts: Mapping[str, int]) -> Iterator[str]:
    """The first count is of the rows themselves."""
    (what, rows), *others = counts.items()
    yield f"{name}: {rows:,} {what}"
    for label, count in others:
        yield f"  {label:<13} {count:>11,}"
