"""docs/coverage.md says of every documented operation whether this program answers it; the routes are the judge."""

from pathlib import Path

from partscounter.database import Database
from partscounter.kit.clock import FixedClock
from tests.architecture.rules.coverage import coverage_page
from tests.make.app import make_app

PAGE = Path(__file__).parents[2] / "docs" / "coverage.md"


def test_the_page_tells_what_stands(sqlite_database: Database, clock: FixedClock) -> None:
    assert PAGE.read_text() == coverage_page(make_app(sqlite_database, clock))
