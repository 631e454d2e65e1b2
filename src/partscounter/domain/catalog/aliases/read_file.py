"""Reads aliases from a CSV file or a workbook."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from partscounter.domain.catalog.aliases.alias import ALIASED_KINDS, AliasRow
from partscounter.domain.catalog.aliases.errors import InvalidAliases
from partscounter.kit.refusal import Violation
from partscounter.kit.sheets import AnyFile, ErrorFile, TableRefused, cell_place, open_error_file, open_table

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

    Refuses with TableRefused, and with InvalidAliases for rows of an unknown kind.
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
    for violation in (*table.violations, *unknown):
        errors.add_placed(table.records, violation)
    if table.violations:
        raise TableRefused(f"{table.name} does not fit", table.violations)
    if unknown:
        raise InvalidAliases(f"{table.name} has rows of an unknown kind", tuple(unknown))
    rows = (
        AliasRow(_KINDS[row.cells["kind"].lower()], row.cells["alias"], row.cells["name"], row.line)
        for row in table.rows
    )
    return AliasFile(tuple(rows), table.records)
