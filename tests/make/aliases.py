"""Aliases for tests."""

from partscounter.database import Database
from partscounter.domain.catalog import NameKind, aliases
from partscounter.domain.catalog.aliases import AliasChange, AliasRow
from tests.make.counter import TESTER


def make(alias: str, name: str, line: int = 0) -> AliasRow:
    """An alias of a make."""
    return AliasRow(NameKind.MAKE, alias, name, line)


def part_type(alias: str, name: str) -> AliasRow:
    """An alias of a part type."""
    return AliasRow(NameKind.PART_TYPE, alias, name)


def put(database: Database, *rows: AliasRow) -> AliasChange:
    """Put these into the table."""
    return database.write(TESTER, lambda tx: aliases.put_aliases(tx, rows))


def shown(database: Database) -> list[str]:
    """The table as text."""
    with database.read() as tx:
        return [f"{alias.kind.value}: {alias.text} = {alias.name}" for alias in aliases.list_aliases(tx)]
