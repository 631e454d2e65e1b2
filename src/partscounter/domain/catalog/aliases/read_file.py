"""Reads aliases from a CSV file or a workbook."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from partscounter.domain.catalog.aliases.alias import ALIASED_KINDS, AliasRow
from partscounter.domain.catalog.aliases.check import check_each, refuse_violations
from partscounter.kit.refusal import Violation
from partscounter.kit.sheets import AnyFile, ErrorFile, by_line, cell_place, open_error_file, open_table

COLUMNS = ("kind", "alias", "name")

_KINDS = {kind.value: kind for kind in ALIASED_KINDS}


@dataclass(frozen=True, slots=True)
class AliasFile:
    """What a file says."""

    rows: tuple[AliasRow, ...]
    records: Mapping[int, Sequence[str]]
    """The cells as they stand, by line: for the error file."""


def read_alias_file(file: AnyFile, errors: ErrorFile | None = None) -> AliasFile:
    """The file, its cells read; `errors` gets every row that is none.

    Refuses with TableRefused, and with InvalidAliases where a row does not fit the header or is of an unknown kind;
    what is wrong with the other rows in themselves is named as well then.
    """
    with open_error_file(None) as nowhere:
        return _read(file, errors or nowhere)


def _read(file: AnyFile, errors: ErrorFile) -> AliasFile:
    table = open_table(file, COLUMNS)
    errors.begin(table.header)
    unknown = [
        Violation(cell_place(row.line, "kind"), f"{row.cells['kind']!r} is none of {', '.join(_KINDS)}")
        for row in table.rows
        if row.cells["kind"].lower() not in _KINDS
    ]
    rows = tuple(
        AliasRow(kind, row.cells["alias"], row.cells["name"], row.line)
        for row in table.rows
        if (kind := _KINDS.get(row.cells["kind"].lower())) is not None
    )
    violations = [*table.violations, *unknown]
    if violations:
        violations = by_line([*violations, *check_each(rows)])
    for violation in violations:
        errors.add_placed(table.records, violation)
    refuse_violations(violations)
    return AliasFile(rows, table.records)
