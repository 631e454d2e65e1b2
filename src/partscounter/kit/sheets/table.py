"""Small tables, read whole: every row with its line, or a refusal that names each line that is wrong."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from partscounter.kit.refusal import Invalid, Violation
from partscounter.kit.sheets.given_file import AnyFile, given
from partscounter.kit.sheets.place import row_place
from partscounter.kit.sheets.records import DELIMITERS, first_text, open_records
from partscounter.kit.sheets.unreadable import SheetUnreadable, WrongEncoding

MOST_ROWS = 200_000
"""They are held in memory, and taken in one transaction."""


class TableRefused(Invalid):
    """The file is no table with these columns."""

    code = "table_refused"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row that is not blank: the line on which it begins (the first is 1), its cells without outer blanks."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A file with the right columns."""

    name: str
    """What the file is called."""
    header: tuple[str, ...]
    records: Mapping[int, Sequence[str]]
    """The cells as they stand, by line."""
    rows: tuple[TableRow, ...]
    """Those that have as many cells as the header."""
    violations: tuple[Violation, ...]
    """What is wrong with the others."""

    def has(self, column: str) -> bool:
        return column in self.header


def open_table(
    file: AnyFile, required: Sequence[str], optional: Sequence[str] = (), *, others_pass: bool = False
) -> Table:
    """The table in a CSV file in UTF-8, or in an Excel workbook; optional columns that it does not have are blank.

    The delimiter is a comma, a semicolon or a tab. Refuses with TableRefused for a file that is none of these, for a
    header with missing, doubled or (unless `others_pass`) unknown columns, and for more than MOST_ROWS rows.
    """
    try:
        records = _records(file)
    except WrongEncoding as wrong:
        raise TableRefused(f"{wrong.message}; save the file as UTF-8") from None
    except SheetUnreadable as unreadable:
        raise TableRefused(unreadable.message) from None
    line, first = records[0] if records else (1, [])
    header = tuple(name.strip() for name in first)
    misfits = _misfits(line, header, required, (*optional, *header) if others_pass else optional)
    if misfits:
        raise TableRefused(f"{given(file).name} does not fit", misfits)
    blank = dict.fromkeys(optional, "")
    return Table(
        name=given(file).name,
        header=header,
        records=dict(records[1:]),
        rows=tuple(
            TableRow(line, blank | {name: cell.strip() for name, cell in zip(header, record, strict=True)})
            for line, record in records[1:]
            if len(record) == len(header)
        ),
        violations=tuple(
            Violation(row_place(line), f"has {len(record)} cells, the header has {len(header)}")
            for line, record in records[1:]
            if len(record) != len(header)
        ),
    )


def read_table(
    file: AnyFile, required: Sequence[str], optional: Sequence[str] = (), *, others_pass: bool = False
) -> list[TableRow]:
    """The rows of `open_table`. Refuses with TableRefused for rows with too few or too many cells, too."""
    table = open_table(file, required, optional, others_pass=others_pass)
    if table.violations:
        raise TableRefused(f"{table.name} does not fit", table.violations)
    return list(table.rows)


def _records(file: AnyFile) -> list[tuple[int, list[str]]]:
    delimiter = max(DELIMITERS, key=first_text(file).count)
    kept: list[tuple[int, list[str]]] = []
    with closing(open_records(file, delimiter=delimiter, advance=lambda _: None)) as records:
        for line, record in records:
            if any(cell.strip() for cell in record):
                kept.append((line, record))
            if len(kept) > MOST_ROWS + 1:
                raise TableRefused(f"{given(file).name} has more than {MOST_ROWS} rows; split it")
    return kept


def _misfits(
    line: int, header: Sequence[str], required: Sequence[str], optional: Sequence[str]
) -> tuple[Violation, ...]:
    known = {*required, *optional}
    issues = [f"there is no column {name}" for name in required if name not in header]
    issues += [
        f"{name!r} is none of the columns {', '.join((*required, *optional))}" for name in header if name not in known
    ]
    issues += [f"there are several columns {name}" for name in sorted({n for n in header if header.count(n) > 1})]
    return tuple(Violation(row_place(line), issue) for issue in issues)
