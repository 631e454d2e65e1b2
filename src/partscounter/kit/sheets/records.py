"""The records of a file, header included, one by one: which of the two formats it has is found out from its bytes."""

from collections.abc import Callable, Generator

from partscounter.kit.sheets.csv_text import csv_records
from partscounter.kit.sheets.given_file import AnyFile, given
from partscounter.kit.sheets.unreadable import SheetUnreadable
from partscounter.kit.sheets.workbook import workbook_records

DELIMITERS = (",", ";", "\t")
UTF_8 = "utf-8-sig"
"""UTF-8 with or without a byte order mark."""

Record = tuple[int, list[str]]
"""The line on which it begins (the header's is 1; in a workbook the row's number), and its cells as they stand."""
Advance = Callable[[int], None]
"""Told how many bytes of the file have been read."""

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_LONGEST_HEADER = 100_000
_BLANK = ' \t,;"'
"""Of nothing else a line consists whose cells are all blank."""


def is_workbook(file: AnyFile) -> bool:
    """Whether the file is an Excel workbook (.xlsx), whatever its name says. Refuses the older .xls."""
    known = given(file)
    with known.path.open("rb") as opened:
        start = opened.read(len(_ZIP))
    if start == _OLD_EXCEL:
        raise SheetUnreadable(f"{known.name} is a workbook of the old kind (.xls); save it as .xlsx or CSV")
    return start == _ZIP


def open_records(file: AnyFile, *, delimiter: str, encoding: str = UTF_8, advance: Advance) -> Generator[Record]:
    """Every record; of a workbook those of its first sheet that is not hidden.

    `delimiter` and `encoding` count for CSV only. CSV is read as it streams by. A workbook's sheet is held in memory.
    Refuses with SheetUnreadable, or WrongEncoding, where the file cannot be read on.
    """
    if is_workbook(file):
        return workbook_records(given(file), advance)
    return csv_records(given(file), delimiter, encoding, advance)


def first_text(file: AnyFile, encoding: str = UTF_8) -> str:
    """The first line of a CSV file that is not blank, for finding out the delimiter; empty for a workbook."""
    if is_workbook(file):
        return ""
    with given(file).path.open("rb") as opened:
        try:
            start = opened.read(_LONGEST_HEADER).decode(encoding, errors="replace")
        except UnicodeError:  # of codecs that replace nothing; reading the records refuses
            return ""
    return next((line for line in start.splitlines() if line.strip(_BLANK)), "")
