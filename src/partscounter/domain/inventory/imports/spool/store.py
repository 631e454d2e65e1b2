"""SQL of a private SQLite file without a name: which items a feed names, and which of the stock it does not name.

SQLite keeps some megabytes of it in memory and the rest in the folder for temporary files.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import NamedTuple, Self

_CACHE = 32_000
"""Kilobytes."""

_TABLES = """
CREATE TABLE named (place INTEGER, inventory_id TEXT, line INTEGER, said INTEGER,
  PRIMARY KEY (place, inventory_id)) WITHOUT ROWID;
CREATE TABLE stock (place INTEGER, inventory_id TEXT, item INTEGER, digest TEXT);
CREATE TABLE missing (item INTEGER PRIMARY KEY, digest TEXT);
"""


class Identity(NamedTuple):
    """Which item a row names, where it stands, and what it says."""

    place: int
    inventory_id: str
    line: int
    said: int
    """Equal for two rows of one process if they say the same."""


class Missing(NamedTuple):
    """An item of the stock that the feed does not name, as it was fed last."""

    item: int
    digest: str


class IdentityStore:
    """The items that a feed names, each once."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._connection.executescript(
            f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -{_CACHE}; {_TABLES}"
        )

    def add(self, rows: Sequence[Identity]) -> dict[int, tuple[int, int]]:
        """Keep those that name an item for the first time; of the others, by line: (line, said) of the first."""
        before = self._connection.total_changes
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT OR IGNORE INTO named VALUES (?, ?, ?, ?)", rows)
        self._connection.execute("COMMIT")
        if self._connection.total_changes - before == len(rows):
            return {}
        firsts = ((row.line, self._first(row)) for row in rows)
        return {line: first for line, first in firsts if first[0] != line}

    def add_missing(self, place: int, stock: Sequence[tuple[int, str, str]]) -> int:
        """Note those of `stock`, (item, inventory id, digest) of the store at `place`, that no row names; how many."""
        execute = self._connection.execute
        self._connection.executemany(
            "INSERT INTO stock VALUES (?, ?, ?, ?)",
            [(place, inventory_id, item, digest) for item, inventory_id, digest in stock],
        )
        noted = execute(
            "INSERT INTO missing SELECT item, digest FROM stock WHERE NOT EXISTS (SELECT 1 FROM named"
            " WHERE named.place = stock.place AND named.inventory_id = stock.inventory_id)"
        ).rowcount
        execute("DELETE FROM stock")
        return noted

    def missing(self, batch: int) -> Iterator[list[Missing]]:
        """What was noted, by item, in batches."""
        last = 0
        query = "SELECT item, digest FROM missing WHERE item > ? ORDER BY item LIMIT ?"
        while found := [Missing(*row) for row in self._connection.execute(query, (last, batch))]:
            yield found
            last = found[-1].item

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def _first(self, row: Identity) -> tuple[int, int]:
        query = "SELECT line, said FROM named WHERE place = ? AND inventory_id = ?"
        line, said = self._connection.execute(query, (row.place, row.inventory_id)).fetchone()
        return line, said
