"""The migrations lead from nothing to exactly the tables in code, on both engines."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from partscounter.database.engine import open_database
from partscounter.database.log import StoredEvent, events_after
from partscounter.database.migrate import (
    VERSIONS,
    BrokenReference,
    current_revision,
    draft,
    has_tables,
    pending,
    upgrade,
)
from partscounter.kit.clock import FixedClock
from partscounter.schema import metadata
from tests.make.events import Happened, make_actor

NO_VERSIONS_YET = not list(VERSIONS.glob("0*.py"))

BREAKING = """
from alembic import op

revision = "0002_break"
down_revision = "0001_start"

def upgrade() -> None:
    op.execute("INSERT INTO child (id, parent_id) VALUES (1, 404)")
"""


@pytest.fixture
def drafted(tmp_path: Path) -> Path:
    """A folder with one version, drafted from the tables in code against an empty SQLite file."""
    versions = tmp_path / "versions"
    versions.mkdir()
    draft("0001_start", metadata, f"sqlite:///{tmp_path / 'nothing.db'}", versions)
    return versions


def differences(url: str) -> list[object]:
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        found = list(compare_metadata(MigrationContext.configure(connection), metadata))
    engine.dispose()
    return found


def test_a_drafted_step_makes_every_table_on_both_engines(bare_url: str, drafted: Path) -> None:
    assert (current_revision(bare_url), pending(bare_url, drafted)) == (None, ["0001_start"])

    upgrade(bare_url, drafted)

    assert differences(bare_url) == []
    assert (current_revision(bare_url), pending(bare_url, drafted)) == ("0001_start", [])


def test_to_upgrade_twice_changes_nothing(bare_url: str, drafted: Path) -> None:
    upgrade(bare_url, drafted)
    upgrade(bare_url, drafted)

    assert differences(bare_url) == []


def test_a_drafted_step_names_the_programs_own_types(drafted: Path) -> None:
    text = (drafted / "0001_start.py").read_text()

    assert "sa.Column('id', BigId," in text
    assert "sa.Column('occurred_at', Moment()," in text
    assert "sa.Column('data', JSON," in text
    assert "from partscounter.database.metadata import Moment\n" in text
    assert "with_variant" not in text
    assert "# ###" not in text


def test_a_step_that_breaks_a_reference_is_undone(tmp_path: Path, bare_sqlite_url: str) -> None:
    versions = tmp_path / "versions"
    versions.mkdir()
    tables = sa.MetaData()
    sa.Table("parent", tables, sa.Column("id", sa.Integer, primary_key=True))
    parent_id = sa.Column("parent_id", sa.ForeignKey("parent.id"))
    sa.Table("child", tables, sa.Column("id", sa.Integer, primary_key=True), parent_id)
    draft("0001_start", tables, f"sqlite:///{tmp_path / 'nothing.db'}", versions)
    upgrade(bare_sqlite_url, versions)
    (versions / "0002_break.py").write_text(BREAKING)

    with pytest.raises(BrokenReference, match="child to parent"):
        upgrade(bare_sqlite_url, versions)

    assert current_revision(bare_sqlite_url) == "0001_start"
    assert pending(bare_sqlite_url, versions) == ["0002_break"]


@pytest.mark.skipif(NO_VERSIONS_YET, reason="the first version is drafted when every table exists")
def test_the_committed_versions_make_the_tables_in_code(bare_url: str) -> None:
    upgrade(bare_url)

    assert differences(bare_url) == []


def test_a_log_restored_into_another_server_is_read_before_what_follows(postgres_url: str, drafted: Path) -> None:
    database = open_database(postgres_url, FixedClock())
    ids = [database.write(make_actor(), lambda tx: tx.emit(Happened())) for _ in range(3)]
    from_a_busier_server = sa.text("UPDATE events SET written_by = written_by + 1000000000")
    database.write(make_actor(), lambda tx: tx.connection.execute(from_a_busier_server) and None)
    assert read_all(database_url=postgres_url) == []

    empty = drafted / "none"
    empty.mkdir()
    upgrade(postgres_url, empty)

    ids.append(database.write(make_actor(), lambda tx: tx.emit(Happened())))
    assert [event.id for event in read_all(database_url=postgres_url)] == ids
    database.close()


def read_all(database_url: str) -> list[StoredEvent]:
    database = open_database(database_url, FixedClock())
    with database.read() as tx:
        found = events_after(tx, 0, None, 100)
    database.close()
    return found


def test_an_address_that_names_a_schema_gets_tables_of_its_own(bare_postgres_url: str) -> None:
    own = f"{bare_postgres_url}{'&' if '?' in bare_postgres_url else '?'}options=-csearch_path%3Dqa1parts"

    upgrade(own)
    upgrade(own)

    assert differences(own) == []
    assert current_revision(own) == max(path.stem for path in VERSIONS.glob("0*.py"))
    assert not has_tables(bare_postgres_url)
