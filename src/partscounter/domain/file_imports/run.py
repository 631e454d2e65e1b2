"""Runs one import of any kind: the command line and the worker both come here."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from partscounter.database import Database
from partscounter.domain.file_imports.choices import Choices
from partscounter.domain.file_imports.file_kind import FileKind
from partscounter.domain.file_imports.tables_in_one import import_aliases, import_customers, import_mapping
from partscounter.domain.inventory import imports, sheets
from partscounter.domain.inventory.imports import Feed, ImportOptions, ImportReport
from partscounter.domain.inventory.imports.feed_file import Row
from partscounter.domain.inventory.sheets import SheetKind
from partscounter.kit.actor import Actor
from partscounter.kit.clock import Clock
from partscounter.kit.refusal import Violation
from partscounter.kit.sheets import AnyFile, ErrorFile, cell_place, row_place

_SHEETS: Mapping[FileKind, SheetKind[object, object]] = MappingProxyType(
    {
        FileKind.STORES: sheets.STORES,  # type: ignore[dict-item]  # what its rows are is its own affair
        FileKind.VEHICLES: sheets.VEHICLES,  # type: ignore[dict-item]  # the same
        FileKind.IMAGES: sheets.IMAGES,  # type: ignore[dict-item]  # the same
    }
)


def run_import(
    database: Database,
    clock: Clock,
    actor: Actor,
    kind: FileKind,
    file: AnyFile,
    *,
    choices: Choices,
    errors: ErrorFile,
) -> Mapping[str, int]:
    """What was done, or in a dry run would be, in the order in which it is told.

    Refuses as the kind does; `errors` has been given every wrong row by then, and nothing of the file was taken.
    """
    if kind is FileKind.INVENTORY:
        return _run_inventory(database, clock, actor, file, choices=choices, errors=errors)
    if kind in _TABLES:
        return _TABLES[kind](database, actor, file, choices, errors)
    dry_run, vendors = choices.dry_run, choices.vendors
    return sheets.import_sheet(database, _SHEETS[kind], file, actor, errors, dry_run=dry_run, vendors=vendors)


_TABLES: Mapping[FileKind, Callable[[Database, Actor, AnyFile, Choices, ErrorFile], Mapping[str, int]]] = (
    MappingProxyType(
        {
            FileKind.ALIASES: import_aliases,
            FileKind.MAPPINGS: import_mapping,
            FileKind.CUSTOMERS: import_customers,
        }
    )
)
"""Kinds that are small enough for one transaction."""


def _run_inventory(
    database: Database, clock: Clock, actor: Actor, file: AnyFile, *, choices: Choices, errors: ErrorFile
) -> Mapping[str, int]:
    feed = imports.open_feed(file, choices.mapping)
    options = ImportOptions(choices.replacement, choices.vendors, rejecting(errors, feed), witness=choices.witness)
    if choices.dry_run:
        report = imports.preview_import(database, feed, clock, choices.watch, options=options)
    else:
        report = imports.import_feed(database, feed, actor, clock, choices.watch, options=options)
    retired = {} if choices.replacement is None else {"retired": report.retired}
    # Where nobody sees a warning: without it a column `Price` would go unnoticed, and every price with it.
    passed_over = {"columns passed over": len(feed.unknown_columns)} if feed.unknown_columns else {}
    return counts_of(report) | retired | passed_over


def rejecting(errors: ErrorFile, feed: Feed) -> Callable[[Row, Sequence[Violation]], None]:
    """What an inventory import tells of each wrong row, so that it stands in `errors`."""
    errors.begin(feed.header)

    def reject(row: Row, violations: Sequence[Violation]) -> None:
        places = [cell_place(row.line, each.field) if each.field else row_place(row.line) for each in violations]
        placed = [Violation(place, each.issue) for place, each in zip(places, violations, strict=True)]
        errors.add(row.record, placed)

    return reject


def counts_of(report: ImportReport) -> dict[str, int]:
    """The counts of an inventory import, in words."""
    return {
        "items": report.listings,
        "added": report.added,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "listed": report.listed,
        "unlisted": report.unlisted,
        "new vendors": report.new_vendors,
        "new stores": report.new_stores,
        "repeated rows": report.repeats,
    }
