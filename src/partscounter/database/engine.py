"""Opens the database that a URL names: SQLite for one machine, PostgreSQL for many."""

from partscounter.database.postgres import PostgresDatabase
from partscounter.database.record import EventHook, nothing_more
from partscounter.database.sqlite import SQLiteDatabase
from partscounter.database.transaction import Database
from partscounter.kit.clock import Clock


class UnknownDatabase(ValueError):
    """The URL names neither of the two engines."""


def open_database(url: str, clock: Clock, on_event: EventHook = nothing_more) -> Database:
    """The database at `url`: `sqlite:////absolute/path` or `postgresql+psycopg://user@host/name`.

    `on_event` is called inside the transaction for every event written, with the event's id. Raises `UnknownDatabase`
    for any other URL, `UnsafeSQLite` for a SQLite library that can corrupt a file. Creates no tables.
    """
    if url.startswith("sqlite:"):
        return SQLiteDatabase(url, clock, on_event)
    if url.startswith("postgresql+psycopg:"):
        return PostgresDatabase(url, clock, on_event)
    scheme = url.partition(":")[0]
    raise UnknownDatabase(f"{scheme!r} is not a known database; use sqlite:///path or postgresql+psycopg://host/name")
