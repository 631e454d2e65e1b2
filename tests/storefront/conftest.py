"""A counter whose customers may choose, and a visitor of its pages."""

from collections.abc import Iterator

import httpx
import pytest

from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.kit.clock import FixedClock
from tests.make.app import make_app
from tests.make.counter import Counter, make_counter
from tests.make.logs import captured_log
from tests.make.web import client


@pytest.fixture
def counter(sqlite_database: Database) -> Counter:
    return make_counter(sqlite_database, customers_choose=True)


@pytest.fixture
def visitor(sqlite_database: Database, clock: FixedClock) -> Iterator[httpx.Client]:
    with captured_log(), client(build_asgi(make_app(sqlite_database, clock))) as opened:
        yield opened
