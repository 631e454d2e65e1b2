"""What the engines alone need for the same rows: nothing read, checked or derived, only written.

The rows are taken from what the import made, outside the measured time: what SQLite is given are the tuples of the
table in the order of the file, what Tantivy is given are the finished documents, in the form that it takes in quickest:
JSON.
"""

import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pysqlite3
import sqlalchemy as sa
import tantivy

from partscounter.database.engine import open_database
from partscounter.domain.inventory.tables import items
from partscounter.kit.clock import SystemClock
from partscounter.schema import metadata
from partscounter.search.document import Document
from partscounter.search.source import DatabaseSource
from partscounter.search.tantivy.rows import rows_of
from partscounter.search.tantivy.schema import build_schema
from partscounter.search.tantivy.writer import HEAP_BYTES

AT_ONCE = 10_000
"""Rows of a durable transaction."""
COMMITTED_AT_ONCE = 50_000
"""Documents of a durable commit."""


class Stopwatch:
    """Adds up the seconds of its contexts, on the clock and of this process's CPUs."""

    def __init__(self) -> None:
        self.seconds = self.cpu = 0.0

    def __enter__(self) -> None:
        self._started, self._cpu_started = time.perf_counter(), time.process_time()

    def __exit__(self, *_: object) -> None:
        self.seconds += time.perf_counter() - self._started
        self.cpu += time.process_time() - self._cpu_started


def fill_sqlite(source: Path, file: Path) -> Stopwatch:
    """Every row of the items of `source` into an equal table with equal indexes."""
    engine = sa.create_engine(f"sqlite:///{file}", module=pysqlite3)
    metadata.create_all(engine)
    engine.dispose()
    watch = Stopwatch()
    reader = pysqlite3.connect(str(source))
    # The file numbers its rows. Ours enters them store by store, and to put them in that order is part of its work.
    columns = ["row_number() OVER (ORDER BY inventory_id)", *items.c.keys()[1:]]
    rows = reader.execute(f"SELECT {', '.join(columns)} FROM items ORDER BY inventory_id")  # noqa: S608 - our own columns
    writer = pysqlite3.connect(str(file), isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "cache_size = -32000", "wal_autocheckpoint = 4000"):
        writer.execute(f"PRAGMA {pragma}")
    marks = ", ".join("?" * len(items.c))
    while batch := rows.fetchmany(AT_ONCE):
        with watch:
            writer.execute("BEGIN IMMEDIATE")
            writer.executemany(f"INSERT INTO items VALUES ({marks})", batch)  # noqa: S608 - question marks
            writer.execute("COMMIT")
    writer.close()
    reader.close()
    return watch


def fill_tantivy(source: Path, folder: Path) -> Stopwatch:
    """The document of every item of `source` into an index with the same fields."""
    folder.mkdir()
    database = open_database(f"sqlite:///{source}", SystemClock())
    _, documents = DatabaseSource(database).read_all()
    schema = build_schema()
    watch = Stopwatch()
    with watch:
        writer = tantivy.Index(schema, path=str(folder)).writer(HEAP_BYTES, 1)
    for batch in _batches(documents):
        rows = rows_of(batch)
        with watch:
            for text in rows:
                writer.add_json(text)
            writer.commit()
    with watch:
        writer.wait_merging_threads()
    database.close()
    return watch


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    source = iter(documents)
    while batch := list(islice(source, COMMITTED_AT_ONCE)):
        yield batch
