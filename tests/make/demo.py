"""The demo world behind every door, for tests that visit it as a user would."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.types import ASGIApp

from partscounter.app import App, open_app
from partscounter.asgi import build_asgi
from partscounter.demo import create_world
from partscounter.demo.guide import build_guide
from partscounter.kit.clock import FixedClock
from partscounter.settings import ServerSettings, Settings
from partscounter.worker.follow_index import catch_up


@contextmanager
def open_demo(folder: Path, tables: Path) -> Iterator[tuple[App, ASGIApp]]:
    """A demo in `folder`, and its root ASGI app; `tables` is a SQLite file without rows, which is copied."""
    shutil.copyfile(tables, folder / "partscounter.db")
    with open_app(Settings(server=ServerSettings(data_dir=folder)), FixedClock()) as app:
        create_world(app.database)
        catch_up(app)
        yield app, build_asgi(app, guide=build_guide())
