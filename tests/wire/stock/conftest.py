"""The stock API's door, on both engines and on SQLite alone."""

import pytest

from partscounter.database import Database
from partscounter.kit.clock import FixedClock
from tests.make.stock import Door, open_door


@pytest.fixture
def door(database: Database, clock: FixedClock) -> Door:
    """On SQLite and on PostgreSQL."""
    return open_door(database, clock)


@pytest.fixture
def sqlite_door(sqlite_database: Database, clock: FixedClock) -> Door:
    """On SQLite alone."""
    return open_door(sqlite_database, clock)
