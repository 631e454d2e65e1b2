"""The process that reads a workbook for another one, within a limit of memory.

A sheet is held as a whole while it is read, its blank cells too. A file of a few kilobytes can ask for any amount: by
one cell in the last row and column, or by one long text that a million cells refer to. The engine then ends the process
that it runs in, so it runs in one that nobody misses.
"""

import resource
import sys
from collections.abc import Generator, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from partscounter.kit.frames import get_frame, put_frame

ROWS_AT_ONCE = 500

Cell = int | float | str | bool | time | date | datetime | timedelta
NumberedRow = tuple[int, list[str]]

_DIGITS = 15


def answer() -> None:
    """Told a path and how many bytes this process may take, answers with the number of rows, then the rows that are
    not blank, some at a time, and an empty list at the end. What is wrong with the workbook is answered as a text.
    """
    pipe = sys.stdout.buffer
    path, most_bytes = get_frame(sys.stdin.buffer)
    resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
    try:
        for part in _parts(path):
            put_frame(pipe, part)
    except _Unreadable as wrong:
        put_frame(pipe, str(wrong))
    except BrokenPipeError:
        return


class _Unreadable(Exception):
    """With what is wrong, to stand behind the name of the file."""


def _parts(path: str) -> Iterator[int | list[NumberedRow]]:
    sheet = _first_visible_sheet(path)
    yield sheet.total_height
    rows = _rows(sheet)
    while some := list(islice(rows, ROWS_AT_ONCE)):
        yield some
    yield []


def _rows(sheet: CalamineSheet) -> Generator[NumberedRow]:
    width = 0
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = _without_empty_end([text_of(value) for value in row])
        width = width or len(cells)
        if cells:
            yield number, cells + [""] * (width - len(cells))


def _first_visible_sheet(path: str) -> CalamineSheet:
    try:
        # Given the path, the engine would go by how the name ends; a workbook may be called anything.
        with Path(path).open("rb") as opened:
            workbook = CalamineWorkbook.from_filelike(opened)
        for each in workbook.sheets_metadata:
            if each.typ is SheetTypeEnum.WorkSheet and each.visible is SheetVisibleEnum.Visible:
                return workbook.get_sheet_by_name(each.name)
    except (CalamineError, OSError) as wrong:
        raise _Unreadable(f"is not a readable workbook: {wrong}") from None
    raise _Unreadable("has no sheet to read")


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
