"""Brings a database's tables to this version of the program, and drafts the next step when the tables have changed."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from partscounter.database.postgres import postgres_engine
from partscounter.database.sqlite import file_of, sqlite_engine
from partscounter.database.turnstile import Turnstile

MIGRATIONS = Path(__file__).with_name("migrations")
VERSIONS = MIGRATIONS / "versions"

_ONE_AT_A_TIME = sa.text("SELECT pg_advisory_xact_lock(7165011)")
"""Any number does that nothing else of the program locks."""

_FORGET_FOREIGN_NUMBERS = sa.text(
    "UPDATE events SET written_by = 0 WHERE written_by <> 0 AND EXISTS"
    " (SELECT 1 FROM events WHERE written_by > pg_current_xact_id()::text::bigint)"
)


class BrokenReference(RuntimeError):
    """A migration left rows that refer to rows which do not exist; it has been undone."""


def upgrade(url: str, versions: Path = VERSIONS) -> None:
    """Run every step that is missing, all or none, creating what is not there.

    Writers wait meanwhile, and two nodes that upgrade at once do it one after the other. A log that was dumped from
    one PostgreSQL server and restored into another carries transaction numbers that mean nothing in the new one; they
    are set to 0 here, which puts those events, by id, before all that follow.
    """
    _make_schema(url)
    with _exclusive(url) as connection:
        command.upgrade(_config(versions, connection), "head")
        if connection.dialect.name == "sqlite":
            _check_references(connection)
        elif sa.inspect(connection).has_table("events"):
            connection.execute(_FORGET_FOREIGN_NUMBERS)


def current_revision(url: str) -> str | None:
    """The last step that was run on the database; None for an empty one."""
    with _engine(url) as engine, engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def has_tables(url: str) -> bool:
    """Whether anything has been made in the database yet. Looks only; a file that is missing stays missing."""
    if url.startswith("sqlite:") and not file_of(url).exists():
        return False
    with _engine(url) as engine:
        return bool(sa.inspect(engine).get_table_names())


def pending(url: str, versions: Path = VERSIONS) -> list[str]:
    """The steps that `upgrade` would run, in order."""
    scripts = ScriptDirectory.from_config(_config(versions))
    steps = scripts.iterate_revisions("head", current_revision(url) or "base")
    return [step.revision for step in reversed(list(steps))]


def draft(name: str, metadata: sa.MetaData, url: str, versions: Path = VERSIONS) -> Path:
    """Write the step `name` that leads from the database at `url`, itself up to date, to `metadata`; the new file."""
    with _exclusive(url) as connection:
        config = _config(versions, connection, metadata)
        command.revision(config, name.partition("_")[2].replace("_", " "), autogenerate=True, rev_id=name)
    path = versions / f"{name}.py"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.lstrip().startswith("# ###")))
    return path


def _make_schema(url: str) -> None:
    """On PostgreSQL, the schema that the address names as its search path, if it is not there yet."""
    if url.startswith("sqlite:"):
        return
    with _engine(url) as engine, engine.begin() as connection:
        connection.execute(_ONE_AT_A_TIME)
        if connection.scalar(sa.text("SELECT current_schema()")) is None:
            named = connection.scalar(sa.text("SHOW search_path")) or ""
            connection.execute(sa.schema.CreateSchema(named.strip('"')))


@contextmanager
def _engine(url: str) -> Iterator[sa.Engine]:
    """References are not checked on SQLite meanwhile: to change a table it must be copied, dropped and renamed."""
    if url.startswith("sqlite:"):
        engine = sqlite_engine(url, begin="BEGIN IMMEDIATE", more_pragmas=("PRAGMA foreign_keys = OFF",))
    else:
        engine = postgres_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _exclusive(url: str) -> Iterator[sa.Connection]:
    """One transaction, with every other writer or migration kept out."""
    with ExitStack() as stack:
        if url.startswith("sqlite:"):
            turnstile = Turnstile(file_of(url))
            stack.callback(turnstile.close)
            stack.enter_context(turnstile)
        engine = stack.enter_context(_engine(url))
        connection = stack.enter_context(engine.begin())
        if connection.dialect.name == "postgresql":
            connection.execute(_ONE_AT_A_TIME)
        yield connection


def _check_references(connection: sa.Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        tables = ", ".join(sorted({f"{row[0]} to {row[2]}" for row in broken}))
        raise BrokenReference(f"{len(broken)} rows refer to nothing: {tables}")


def _config(versions: Path, connection: sa.Connection | None = None, metadata: sa.MetaData | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("version_locations", str(versions))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("file_template", "%%(rev)s")
    config.attributes.update(connection=connection, metadata=metadata)
    return config
