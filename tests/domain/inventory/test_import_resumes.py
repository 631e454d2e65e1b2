"""An import killed at any point leaves whole transactions; started again it ends where an undisturbed one would."""

import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest

from partscounter.database import Database
from partscounter.database.engine import open_database
from partscounter.domain.inventory import Item, imports
from partscounter.domain.inventory.imports import Feed, ImportOptions, ImportReport, Replacement
from partscounter.kit.clock import FixedClock
from tests.make.feeds import OPERATOR, feed_of, import_text, sketch, stock, unwatched, vendors_and_stores

DYING = Path(__file__).with_name("import_and_die.py")
EVERYTHING = ImportOptions(replacement=Replacement(most_percent=100), entered_at_once=100)
BEFORE = sketch(*(f"{number},Hood,5" for number in range(30)))
AFTER = sketch(*(f"{number},Hood,{5 + number % 2}" for number in range(10, 220)))
"""10 items are missing, 10 have changed, 190 are new: two full batches, and one of retirements."""


def said(items: list[Item]) -> list[Item]:
    """What the items say, whatever their ids and times."""
    zero = FixedClock().now()
    plain = [dataclasses.replace(item, id=0, added_at=zero, changed_at=zero) for item in items]
    return sorted(plain, key=lambda item: int(item.inventory_id))


def replace_stock(database: Database, feed: Feed) -> ImportReport:
    return imports.import_feed(database, feed, OPERATOR, FixedClock(), unwatched, options=EVERYTHING)


@pytest.fixture(scope="module")
def undisturbed(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Item], object]:
    tmp_path = tmp_path_factory.mktemp("undisturbed")
    file = tmp_path / "undisturbed.db"
    file.write_bytes(sqlite_template.read_bytes())
    database = open_database(f"sqlite:///{file}", FixedClock())
    import_text(database, tmp_path, BEFORE)
    replace_stock(database, feed_of(tmp_path, AFTER))
    found = said(stock(database)), vendors_and_stores(database)
    database.close()
    return found


# The events of the import: one of each batch, then one of the retirement.
@pytest.mark.parametrize(("deadly", "entered"), [(1, 0), (2, 100), (3, 200)])
def test_a_killed_import_is_completed_by_the_next(
    sqlite_url: str, tmp_path: Path, undisturbed: object, deadly: int, entered: int
) -> None:
    database = open_database(sqlite_url, FixedClock())
    try:
        import_text(database, tmp_path, BEFORE)
        feed = feed_of(tmp_path, AFTER)

        killed = subprocess.run([sys.executable, DYING, sqlite_url, feed.file.path, str(deadly)], check=False)

        assert killed.returncode == -9
        report = replace_stock(database, feed)
        assert report.added + report.changed == 200 - entered
        assert (said(stock(database)), vendors_and_stores(database)) == undisturbed
        assert dataclasses.replace(replace_stock(database, feed), retired=0).unchanged == report.listings
    finally:
        database.close()
