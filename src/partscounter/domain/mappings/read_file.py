"""Reads a mapping from a CSV file."""

from pathlib import Path

from partscounter.domain.catalog import NameKind
from partscounter.domain.mappings.errors import InvalidMapping
from partscounter.domain.mappings.value import MAPPED_KINDS, MappingRow
from partscounter.kit.csv_table import TableRow, read_table
from partscounter.kit.refusal import Violation

REQUIRED = ("kind", "value", "native")
OPTIONAL = ("number", "parent", "category")

_KINDS = {kind.value: kind for kind in MAPPED_KINDS}


def read_mapping_file(path: Path) -> list[MappingRow]:
    """The rows of the file. Refuses with TableRefused, and with InvalidMapping for rows of an unknown kind."""
    table = read_table(path, REQUIRED, OPTIONAL)
    violations = [
        Violation(f"line {row.line}, column kind", f"{row.cells['kind']!r} is none of {', '.join(_KINDS)}")
        for row in table
        if _kind(row) is None
    ]
    if violations:
        raise InvalidMapping(f"{path.name} has rows of an unknown kind", tuple(violations))
    return [_row(row, kind) for row in table if (kind := _kind(row)) is not None]


def _kind(row: TableRow) -> NameKind | None:
    return _KINDS.get(row.cells["kind"].lower())


def _row(row: TableRow, kind: NameKind) -> MappingRow:
    cells = row.cells
    return MappingRow(
        kind=kind,
        value=cells["value"],
        native=cells["native"],
        number=cells["number"],
        parent=cells["parent"],
        category=cells["category"],
        line=row.line,
    )
