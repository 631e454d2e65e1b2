"""The demo world behind every door, for tests that visit it as a user would."""

from pathlib import Path

from starlette.types import ASGIApp

from partscounter.app import App
from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.demo import create_world
from partscounter.demo.guide import build_guide
from partscounter.kit.clock import FixedClock
from tests.make.app import make_searching_app


def make_demo(database: Database, clock: FixedClock, folder: Path) -> tuple[App, ASGIApp]:
    """The bundle and its root ASGI app; the search index in `folder` holds the world."""
    create_world(database)
    app = make_searching_app(database, clock, folder)
    return app, build_asgi(app, guide=build_guide())
