"""Where something stands in a table, as people say it: `line 17`, or `line 17, column price`."""

import re
from collections.abc import Iterable

from partscounter.kit.refusal import Violation

_PLACE = re.compile(r"line (\d+)(?:, column (.*))?", re.DOTALL)


def row_place(line: int) -> str:
    """A row as a whole."""
    return f"line {line}"


def cell_place(line: int, column: str) -> str:
    """One cell, by the file's own name of its column."""
    return f"line {line}, column {column}"


def read_place(place: str) -> tuple[int, str]:
    """Line and column of what the other two have written; the column is empty for a row. Line 0 for anything else."""
    found = _PLACE.fullmatch(place)
    return (0, "") if found is None else (int(found[1]), found[2] or "")


def by_line(violations: Iterable[Violation]) -> list[Violation]:
    """In the order of the file; those of one line as they come."""
    return sorted(violations, key=lambda violation: read_place(violation.field)[0])
