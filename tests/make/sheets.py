"""Small tables to import, as CSV and as Excel workbooks."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import xlsxwriter

from partscounter.database import Database
from partscounter.domain.inventory.sheets import SheetKind, import_sheet
from partscounter.kit.actor import Actor
from partscounter.kit.sheets import open_error_file

OPERATOR = Actor(name="operator", door="cli")

Rows = Sequence[Sequence[object]]


def write_csv(path: Path, rows: Rows) -> Path:
    """The rows, the header among them, as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def write_workbook(path: Path, rows: Rows, *, hidden: bool = False) -> Path:
    """The rows on one sheet; with `hidden` behind another sheet that nobody sees. Empty text leaves a cell empty."""
    workbook = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"})
    if hidden:
        concealed = workbook.add_worksheet("Lists")
        concealed.write_string(0, 0, "not this one")
    sheet = workbook.add_worksheet("Data")
    if hidden:
        sheet.activate()
        sheet.set_first_sheet()
        concealed.hide()
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and cell:
                sheet.write_string(number, column, cell)
            elif isinstance(cell, date):
                sheet.write_datetime(number, column, cell)
            elif cell != "":
                sheet.write(number, column, cell)
    workbook.close()
    return path


def write_as(extension: str, folder: Path, rows: Rows) -> Path:
    """The rows as a file of one of the two formats."""
    write = {"csv": write_csv, "xlsx": write_workbook}[extension]
    return write(folder / f"table.{extension}", rows)


def take_sheet(
    database: Database,
    kind: SheetKind[object, object],
    path: Path,
    *,
    dry_run: bool = False,
    vendors: frozenset[str] | None = None,
) -> Mapping[str, int]:
    """Import the table; its wrong rows go to `errors.csv` beside it."""
    with open_error_file(path.with_name("errors.csv")) as errors:
        return import_sheet(database, kind, path, OPERATOR, errors, dry_run=dry_run, vendors=vendors)


def errors_of(path: Path) -> list[list[str]]:
    """The rows of the error file beside `path`, its header included."""
    with path.with_name("errors.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))
