"""The portal over two dealers' stock."""

from pathlib import Path

import pytest

from partscounter.database import Database
from partscounter.kit.clock import FixedClock
from tests.make.stock_desk import StockDesk, open_stock_desk


@pytest.fixture
def desk(sqlite_database: Database, clock: FixedClock, tmp_path: Path) -> StockDesk:
    return open_stock_desk(sqlite_database, clock, tmp_path)
