"""The demo world behind a real server, and a browser in front of it."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from partscounter.app import App
from partscounter.asgi import build_asgi
from partscounter.database.engine import open_database
from partscounter.demo.world import create_world
from partscounter.kit.clock import FixedClock
from partscounter.subscriptions import enqueue_jobs
from tests.make.app import make_searching_app
from tests.make.browsing import chromium
from tests.make.web import running


@dataclass(frozen=True)
class Site:
    """The demo world, served."""

    app: App
    clock: FixedClock
    url: str


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def site(sqlite_template: Path) -> Iterator[Site]:
    """One world for the tests of a module, which leave traces in it."""
    clock = FixedClock()
    with tempfile.TemporaryDirectory(dir=sqlite_template.parent) as name:
        folder = Path(name)
        shutil.copyfile(sqlite_template, folder / "counter.db")
        database = open_database(f"sqlite:///{folder / 'counter.db'}", clock, enqueue_jobs)
        create_world(database)
        app = make_searching_app(database, clock, folder)
        with running(build_asgi(app)) as server:
            yield Site(app, clock, server.url)
        database.close()
