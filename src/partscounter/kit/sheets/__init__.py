"""Tables from files of people: CSV or Excel, one header, then rows; what is wrong is named by line and column."""

from partscounter.kit.sheets.error_file import ErrorFile, open_error_file
from partscounter.kit.sheets.given_file import AnyFile, GivenFile, given
from partscounter.kit.sheets.place import by_line, cell_place, row_place
from partscounter.kit.sheets.records import (
    DELIMITERS,
    UTF_8,
    Advance,
    Record,
    first_text,
    is_workbook,
    open_records,
)
from partscounter.kit.sheets.table import Table, TableRefused, TableRow, open_table, read_table
from partscounter.kit.sheets.unreadable import SheetUnreadable, WrongEncoding

__all__ = [
    "DELIMITERS",
    "UTF_8",
    "Advance",
    "AnyFile",
    "ErrorFile",
    "GivenFile",
    "Record",
    "SheetUnreadable",
    "Table",
    "TableRefused",
    "TableRow",
    "WrongEncoding",
    "by_line",
    "cell_place",
    "first_text",
    "given",
    "is_workbook",
    "open_error_file",
    "open_records",
    "open_table",
    "read_table",
    "row_place",
]
