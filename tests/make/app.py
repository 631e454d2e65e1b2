"""The program's bundle for tests of doors."""

from partscounter.app import App, build_app
from partscounter.database import Database
from partscounter.kit.clock import FixedClock
from partscounter.settings import Settings


def make_app(database: Database, clock: FixedClock, settings: Settings | None = None) -> App:
    """The bundle around a test's database; nothing is opened that would have to be closed."""
    return build_app(settings or Settings(), database, clock)
