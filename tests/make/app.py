"""The program's bundle for tests of doors."""

from dataclasses import replace
from pathlib import Path

from partscounter.app import App, build_app
from partscounter.database import Database
from partscounter.kit.clock import FixedClock
from partscounter.settings import Settings
from partscounter.worker.follow_index import catch_up


def make_app(database: Database, clock: FixedClock, settings: Settings | None = None) -> App:
    """The bundle around a test's database; nothing is opened that would have to be closed."""
    return build_app(settings or Settings(), database, clock)


def make_searching_app(database: Database, clock: FixedClock, folder: Path, settings: Settings | None = None) -> App:
    """The same with a search index in `folder` that holds what is in the database now; `catch_up(app)` brings it on."""
    given = settings or Settings()
    app = build_app(replace(given, server=replace(given.server, data_dir=folder)), database, clock)
    catch_up(app)
    return app
