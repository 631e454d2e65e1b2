"""Reads aliases from a CSV file."""

from pathlib import Path

from partscounter.domain.catalog.aliases.alias import ALIASED_KINDS, AliasRow
from partscounter.domain.catalog.aliases.errors import InvalidAliases
from partscounter.kit.refusal import Violation
from partscounter.kit.sheets import read_table

COLUMNS = ("kind", "alias", "name")

_KINDS = {kind.value: kind for kind in ALIASED_KINDS}


def read_alias_file(path: Path) -> list[AliasRow]:
    """The rows of the file. Refuses with TableRefused, and with InvalidAliases for rows of an unknown kind."""
    rows, violations = [], []
    for row in read_table(path, COLUMNS):
        kind = _KINDS.get(row.cells["kind"].lower())
        if kind is None:
            issue = f"{row.cells['kind']!r} is none of {', '.join(_KINDS)}"
            violations.append(Violation(f"line {row.line}, column kind", issue))
        else:
            rows.append(AliasRow(kind, row.cells["alias"], row.cells["name"], row.line))
    if violations:
        raise InvalidAliases(f"{path.name} has rows of an unknown kind", tuple(violations))
    return rows
