"""Reads the cells of a table: every wrong one is noted, and the table read to its end."""

from collections.abc import Callable, Collection, Hashable, Iterable
from typing import TypeVar

from partscounter.domain.inventory.imports import cells
from partscounter.kit.refusal import Violation
from partscounter.kit.sheets import Table, TableRow, cell_place

T = TypeVar("T")


class Reading:
    """One table under way; its rows may be of `vendors` only, unless that is None."""

    def __init__(self, table: Table, vendors: Collection[str] | None) -> None:
        self.table = table
        self.violations = list(table.violations)
        self._vendors = vendors
        self._first_lines: dict[Hashable, tuple[int, object]] = {}

    def has(self, column: str) -> bool:
        """Whether the table has the column at all."""
        return self.table.has(column)

    def cell(self, row: TableRow, column: str, read: Callable[[str], T], absent: T) -> T:
        """The value of `column`; `absent` where the table does not have it, or its cell is wrong."""
        if not self.has(column):
            return absent
        try:
            return read(row.cells[column])
        except ValueError as wrong:
            self.refuse(row.line, column, str(wrong), row.cells[column])
            return absent

    def present(self, row: TableRow, columns: Iterable[str], read: Callable[[str], T], absent: T) -> dict[str, T]:
        """The values of those of `columns` that the table has."""
        return {column: self.cell(row, column, read, absent) for column in columns if self.has(column)}

    def store(self, row: TableRow) -> tuple[str, str]:
        """The vendor and the store that the row is about."""
        vendor_id = self.cell(row, "vendor_id", cells.read_id, "")
        if vendor_id and self._vendors is not None and vendor_id not in self._vendors:
            self.refuse(row.line, "vendor_id", f"{vendor_id!r} is not yours to import", vendor_id)
        return vendor_id, self.cell(row, "vendor_store", cells.read_id, "")

    def is_first(self, line: int, column: str, name: Hashable, said: object) -> bool:
        """Whether no row before was about `name`. Notes a row that says something else than that one did."""
        first, said_first = self._first_lines.setdefault(name, (line, said))
        if first != line and said != said_first:
            self.refuse(line, column, f"the same stands on line {first} too, with other values")
        return first == line

    def refuse(self, line: int, column: str, issue: str, value: object = None) -> None:
        """Note what is wrong with one cell."""
        self.violations.append(Violation(cell_place(line, column), issue, value))
