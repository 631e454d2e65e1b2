"""The program's bundle for tests of doors."""

from dataclasses import replace
from pathlib import Path

from partscounter.app import App, build_app
from partscounter.database import Database
from partscounter.domain.inventory import ItemsChanged
from partscounter.kit.clock import FixedClock
from partscounter.settings import Settings
from partscounter.worker.follow_index import catch_up
from tests.make.log_end import nothing_follows
from tests.make.web import until


def make_app(database: Database, clock: FixedClock, settings: Settings | None = None) -> App:
    """The bundle around a test's database; nothing is opened that would have to be closed."""
    return build_app(settings or Settings(), database, clock)


def make_searching_app(database: Database, clock: FixedClock, folder: Path, settings: Settings | None = None) -> App:
    """The same with a search index in `folder` of what is in the database now; `index_everything` brings it on."""
    given = settings or Settings()
    app = build_app(replace(given, server=replace(given.server, data_dir=folder)), database, clock)
    index_everything(app)
    return app


def index_everything(app: App) -> None:
    """Bring the index up to the last change of stock.

    On PostgreSQL the log ends before the oldest transaction that runs anywhere on the server, and a test that runs
    beside this one may have one open: then the end of the log is waited for.
    """

    def is_done() -> bool:
        catch_up(app)
        return nothing_follows(app.database, app.search.view().watermark(), ItemsChanged.kind)

    until(is_done)
