"""The program as one frozen bundle: what is shared by every door of a process, built once and handed on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from partscounter.database import Database
from partscounter.database.engine import open_database
from partscounter.domain.access import Authenticator, RateLimits
from partscounter.domain.access.request_log import RecentRequests
from partscounter.domain.leads.empty_searches import EmptySearches
from partscounter.domain.mappings import UnmatchedWords
from partscounter.kit.clock import Clock, SystemClock
from partscounter.search import Search, TantivyReader
from partscounter.search.search_times import SearchTimes
from partscounter.search.store_points import KnownStorePoints
from partscounter.settings import Settings, make_data_folder
from partscounter.subscriptions import enqueue_jobs

_NO_LIMIT = 1_000_000_000


@dataclass(frozen=True, slots=True)
class App:
    """One process's share of the program."""

    settings: Settings
    clock: Clock
    database: Database
    authenticator: Authenticator
    rate_limits: RateLimits
    search: Search
    unmatched: UnmatchedWords
    """What inventory searches named in vain, until it is noted."""
    empty_searches: EmptySearches
    """Inventory searches that found nothing, until they are noted."""
    requests: RecentRequests
    """What credentials asked and were answered, until it is noted."""
    search_times: SearchTimes
    """How long the last searches of this process took."""

    @property
    def index_root(self) -> Path:
        """The folder of the search index."""
        return index_root(self.settings)

    @property
    def import_folder(self) -> Path:
        """Where files wait to be imported; one folder for every process that serves or works."""
        return self.settings.server.data_dir / "imports"


def index_root(settings: Settings) -> Path:
    """The folder of the search index."""
    return settings.server.data_dir / "search"


def build_app(settings: Settings, database: Database, clock: Clock) -> App:
    """The bundle around an open database."""
    return App(
        settings=settings,
        clock=clock,
        database=database,
        authenticator=Authenticator(database, clock),
        rate_limits=RateLimits(clock, settings.limits.requests_per_minute or _NO_LIMIT),
        search=Search(TantivyReader(index_root(settings)), KnownStorePoints(database, clock)),
        unmatched=UnmatchedWords(),
        empty_searches=EmptySearches(),
        requests=RecentRequests(settings.limits.request_log),
        search_times=SearchTimes(),
    )


@contextmanager
def open_app(settings: Settings, clock: Clock | None = None) -> Iterator[App]:
    """The bundle on the database that the settings name; closed, with every accepted write finished, at the end."""
    used = clock or SystemClock()
    make_data_folder(settings.server.data_dir)
    database = open_database(settings.database_url, used, enqueue_jobs)
    try:
        yield build_app(settings, database, used)
    finally:
        database.close()
