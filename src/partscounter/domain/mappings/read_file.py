"""Reads a mapping from a CSV file or a workbook."""

from partscounter.domain.catalog import NameKind
from partscounter.domain.mappings.replace import find_violations, refuse_violations
from partscounter.domain.mappings.value import MAPPED_KINDS, MappingRow
from partscounter.kit.refusal import Violation
from partscounter.kit.sheets import AnyFile, ErrorFile, TableRow, by_line, cell_place, open_error_file, open_table

REQUIRED = ("kind", "value", "native")
OPTIONAL = ("number", "parent", "category")

_KINDS = {kind.value: kind for kind in MAPPED_KINDS}


def read_mapping_file(file: AnyFile, errors: ErrorFile | None = None) -> list[MappingRow]:
    """The rows of the file, found right; `errors` gets every wrong one.

    Refuses with TableRefused, or with InvalidMapping naming the first wrong cells.
    """
    with open_error_file(None) as nowhere:
        return _read(file, errors or nowhere)


def _read(file: AnyFile, errors: ErrorFile) -> list[MappingRow]:
    table = open_table(file, REQUIRED, OPTIONAL)
    errors.begin(table.header)
    rows = [_row(row, kind) for row in table.rows if (kind := _kind(row)) is not None]
    unknown = [
        Violation(cell_place(row.line, "kind"), f"{row.cells['kind']!r} is none of {', '.join(_KINDS)}")
        for row in table.rows
        if _kind(row) is None
    ]
    others = [*table.violations, *unknown]
    violations = by_line([*others, *find_violations(rows, are_all=not others)])
    for violation in violations:
        errors.add_placed(table.records, violation)
    refuse_violations(violations)
    return rows


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
