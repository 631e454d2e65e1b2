"""Reads the first visible sheet of an Excel workbook as text, each value as it would stand in a CSV file.

Excel keeps numbers as binary fractions of 15 digits, so that is what they are written with: `0.30000000000000004` is
`0.3`, and `743.0` is `743`. Leading zeros are there only where the cell holds text.
"""

import zipfile
from collections.abc import Callable, Generator
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from partscounter.kit.sheets.given_file import GivenFile
from partscounter.kit.sheets.unreadable import SheetUnreadable

MOST_UNPACKED = 512 * 1024 * 1024
"""Bytes that a workbook may unpack to. A small file can hold any amount of the same; a larger stock goes as CSV."""

Cell = int | float | str | bool | time | date | datetime | timedelta

_ROWS_BETWEEN_STEPS = 500
_DIGITS = 15


def workbook_records(file: GivenFile, advance: Callable[[int], None]) -> Generator[tuple[int, list[str]]]:
    """Every row that is not blank, with its number; see `open_records`.

    A row ends with its last filled cell, but is at least as long as the first one.
    """
    sheet = _first_visible_sheet(file)
    size, rows, width = file.path.stat().st_size, max(1, sheet.total_height), 0
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = _without_empty_end([text_of(value) for value in row])
        width = width or len(cells)
        if cells:
            yield number, cells + [""] * (width - len(cells))
        if number % _ROWS_BETWEEN_STEPS == 0:
            advance(size * number // rows)
    advance(size)


def _first_visible_sheet(file: GivenFile) -> CalamineSheet:
    _require_moderate(file)
    try:
        workbook = CalamineWorkbook.from_path(str(file.path))
        for each in workbook.sheets_metadata:
            if each.typ is SheetTypeEnum.WorkSheet and each.visible is SheetVisibleEnum.Visible:
                return workbook.get_sheet_by_name(each.name)
    except (CalamineError, OSError) as wrong:
        raise SheetUnreadable(f"{file.name} is not a readable workbook: {wrong}") from None
    raise SheetUnreadable(f"{file.name} has no sheet to read")


def text_of(value: Cell) -> str:
    """A cell's value as text: no superfluous digits, truth as `true` or `false`, moments as in ISO 8601."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format(value, ".0f") if value.is_integer() else format(value, f".{_DIGITS}g")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def _without_empty_end(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _require_moderate(file: GivenFile) -> None:
    try:
        with zipfile.ZipFile(file.path) as archive:
            unpacked = sum(each.file_size for each in archive.infolist())
    except (zipfile.BadZipFile, OSError) as wrong:
        raise SheetUnreadable(f"{file.name} is not a readable workbook: {wrong}") from None
    if unpacked > MOST_UNPACKED:
        raise SheetUnreadable(
            f"{file.name} unpacks to {unpacked // 2**20} MiB, more than {MOST_UNPACKED // 2**20}; save it as CSV"
        )
