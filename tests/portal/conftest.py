"""Visitors of the pages: one of the demo, one of a counter in production."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from partscounter.app import App
from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.demo.guide import build_guide
from partscounter.kit.clock import FixedClock
from partscounter.settings import ServerSettings, Settings
from tests.make.app import make_app
from tests.make.logs import captured_log
from tests.make.web import client


@pytest.fixture(autouse=True)
def log() -> Iterator[io.StringIO]:
    """The stream that all logging goes to while the test runs."""
    with captured_log() as stream:
        yield stream


@pytest.fixture
def app(sqlite_database: Database, clock: FixedClock, tmp_path: Path) -> App:
    """An empty counter without a search index."""
    return make_app(sqlite_database, clock, replace(Settings(), server=ServerSettings(data_dir=tmp_path)))


@pytest.fixture
def visitor(app: App) -> Iterator[httpx.Client]:
    """Sees the demo's pages, though nothing of its world is there."""
    with client(build_asgi(app, guide=build_guide())) as opened:
        yield opened


@pytest.fixture
def public_visitor(app: App) -> Iterator[httpx.Client]:
    """Sees what everyone sees."""
    with client(build_asgi(app)) as opened:
        yield opened
