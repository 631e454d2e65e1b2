"""Yards for the inventory contract: one that is only looked at, shared by a file, and new ones on either engine."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from partscounter.database import Database
from partscounter.database.engine import open_database
from partscounter.kit.clock import FixedClock
from partscounter.subscriptions import enqueue_jobs
from tests.make.yard import Yard, make_yard


@pytest.fixture(scope="module")
def seen_yard(sqlite_template: Path) -> Iterator[Yard]:
    """For tests that change nothing."""
    with tempfile.TemporaryDirectory(dir=sqlite_template.parent) as folder:
        path = Path(folder) / "counter.db"
        shutil.copyfile(sqlite_template, path)
        clock = FixedClock()
        database = open_database(f"sqlite:///{path}", clock, enqueue_jobs)
        yield make_yard(database, clock, Path(folder))
        database.close()


@pytest.fixture
def yard(database: Database, clock: FixedClock, tmp_path: Path) -> Yard:
    """On each engine."""
    return make_yard(database, clock, tmp_path)


@pytest.fixture
def sqlite_yard(sqlite_database: Database, clock: FixedClock, tmp_path: Path) -> Yard:
    """On SQLite, for tables of cases."""
    return make_yard(sqlite_database, clock, tmp_path)
