"""Small tables from CSV files, read whole: every row with its line, or a refusal that names each line that is wrong."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from partscounter.kit.refusal import Invalid, Violation

DELIMITERS = (",", ";", "\t")


class TableRefused(Invalid):
    """The file is no table with these columns."""

    code = "table_refused"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row that is not blank: the line on which it begins (the header is line 1), its cells without outer blanks."""

    line: int
    cells: Mapping[str, str]


def read_table(
    path: Path, required: Sequence[str], optional: Sequence[str] = (), *, others_pass: bool = False
) -> list[TableRow]:
    """The rows of a CSV file in UTF-8 with a header; optional columns that it does not have are blank.

    The delimiter is a comma, a semicolon or a tab. Refuses with TableRefused for a file that is not UTF-8 or not CSV,
    for a header with missing, doubled or (unless `others_pass`) unknown columns, and for rows with too few or too many
    cells.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TableRefused(f"{path.name} is not UTF-8") from None
    records = _records(path, text)
    header = [name.strip() for name in records[0][1]] if records else []
    violations = _misfits(header, required, (*optional, *header) if others_pass else optional)
    violations += [
        Violation(f"line {line}", f"has {len(record)} cells, the header has {len(header)}")
        for line, record in records[1:]
        if len(record) != len(header)
    ]
    if violations:
        raise TableRefused(f"{path.name} does not fit", tuple(violations))
    blank = dict.fromkeys(optional, "")
    return [
        TableRow(line, blank | {name: cell.strip() for name, cell in zip(header, record, strict=True)})
        for line, record in records[1:]
    ]


def _records(path: Path, text: str) -> list[tuple[int, list[str]]]:
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records, line = [], 1
    try:
        for record in reader:
            if any(cell.strip() for cell in record):
                records.append((line, record))
            line = reader.line_num + 1
    except csv.Error as wrong:
        raise TableRefused(f"{path.name} is not CSV in the row that begins on line {line}: {wrong}") from None
    return records


def _misfits(header: Sequence[str], required: Sequence[str], optional: Sequence[str]) -> list[Violation]:
    known = {*required, *optional}
    issues = [f"there is no column {name}" for name in required if name not in header]
    issues += [
        f"{name!r} is none of the columns {', '.join((*required, *optional))}" for name in header if name not in known
    ]
    issues += [f"there are several columns {name}" for name in sorted({n for n in header if header.count(n) > 1})]
    return [Violation("line 1", issue) for issue in issues]
