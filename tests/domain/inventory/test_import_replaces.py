"""Full replacement: what a feed does not name is taken off offer, unless that is more than was allowed."""

from pathlib import Path

import pytest

from partscounter.database import Database
from partscounter.domain import inventory
from partscounter.domain.inventory import imports
from partscounter.domain.inventory.imports import ImportOptions, ImportReport, Replacement, TooManyMissing
from partscounter.kit.clock import FixedClock
from partscounter.kit.refusal import Violation
from tests.make.feeds import OPERATOR, SKETCH, emitted, feed_of, import_text, sketch, stock, unwatched

TEN = sketch(*(f"{number},Hood,5" for number in range(10)))


def replace_by(database: Database, folder: Path, text: str, percent: int = 20) -> ImportReport:
    """The preview must say the same; refusals are told as they come from the import."""
    options = ImportOptions(replacement=Replacement(most_percent=percent))
    feed = feed_of(folder, text)
    before = stock(database)
    try:
        expected = imports.preview_import(database, feed, FixedClock(), unwatched, options=options)
    except TooManyMissing:
        expected = None
    assert stock(database) == before
    try:
        report = imports.import_feed(database, feed, OPERATOR, FixedClock(), unwatched, options=options)
    finally:
        changed = stock(database) != before
    assert report == expected
    assert changed is bool(report.added + report.changed + report.retired)
    return report


def offered(database: Database) -> list[str]:
    return [item.inventory_id for item in stock(database) if item.listed]


def test_missing_items_are_taken_off_offer_and_keep_what_is_held(database: Database, tmp_path: Path) -> None:
    import_text(database, tmp_path, TEN)
    held = stock(database)[8]
    database.write(OPERATOR, lambda tx: inventory.reserve(tx, {held.id: 1}))

    report = replace_by(database, tmp_path, sketch(*(f"{number},Hood,5" for number in range(8)), "new,Door,1"))

    assert (report.added, report.changed, report.unchanged, report.retired) == (1, 0, 8, 2)
    assert offered(database) == ["0", "1", "2", "3", "4", "5", "6", "7", "new"]
    after = stock(database)[8]
    assert (after.listed, after.on_hand, after.reserved, after.available) == (False, 1, 1, 0)
    assert emitted(database)[-1] == [held.id, held.id + 1]


def test_a_retired_item_that_is_named_again_is_offered_again(database: Database, tmp_path: Path) -> None:
    import_text(database, tmp_path, TEN)
    replace_by(database, tmp_path, sketch(*(f"{number},Hood,5" for number in range(9))))

    report = replace_by(database, tmp_path, TEN)

    assert (report.changed, report.retired) == (1, 0)
    assert len(offered(database)) == 10
    assert replace_by(database, tmp_path, TEN).changed == 0


def test_more_than_the_limit_is_refused_with_the_numbers(database: Database, tmp_path: Path) -> None:
    import_text(database, tmp_path, TEN)

    before = stock(database)
    fewer = feed_of(tmp_path, sketch("1,Hood,7"))
    with pytest.raises(TooManyMissing):
        imports.preview_import(
            database, fewer, FixedClock(), unwatched, options=ImportOptions(replacement=Replacement())
        )
    with pytest.raises(TooManyMissing) as refused:
        replace_by(database, tmp_path, sketch(*(f"{number},Hood,7" for number in range(7)), "new,Door,1"))

    assert stock(database) == before
    assert refused.value.message == (
        "feed.csv would take more than 20 % of a vendor's items off offer, so nothing of it was taken;"
        " allow a larger share if that is meant"
    )
    assert refused.value.violations == (Violation("vendor 900001", "3 of 10 offered items are missing (30.0 %)"),)
    assert replace_by(database, tmp_path, sketch("1,Hood,5"), percent=90).retired == 9
    assert offered(database) == ["1"]


def test_stores_that_the_feed_does_not_name_are_left_alone(sqlite_database: Database, tmp_path: Path) -> None:
    import_text(sqlite_database, tmp_path, TEN + "900001,2,other,Hood,5\n900002,1,third,Hood,5\n")

    assert replace_by(sqlite_database, tmp_path, TEN).retired == 0
    assert {"other", "third"} < set(offered(sqlite_database))


def test_without_being_asked_an_import_takes_nothing_off_offer(sqlite_database: Database, tmp_path: Path) -> None:
    import_text(sqlite_database, tmp_path, TEN)

    assert import_text(sqlite_database, tmp_path, sketch("1,Hood,5")).retired == 0
    assert len(offered(sqlite_database)) == 10


def test_a_large_store_is_compared_in_pages(sqlite_database: Database, tmp_path: Path) -> None:
    import_text(sqlite_database, tmp_path, sketch(*(f"{number},Hood,5" for number in range(2500))))

    report = replace_by(sqlite_database, tmp_path, sketch(*(f"{number},Hood,5" for number in range(2100))))

    assert (report.retired, len(offered(sqlite_database))) == (400, 2100)


def test_a_vendor_that_may_not_be_fed_is_refused(sqlite_database: Database, tmp_path: Path) -> None:
    feed = feed_of(tmp_path, SKETCH + "900001,1,1,Hood,5\n900002,1,1,Hood,5\n")
    options = ImportOptions(vendors=frozenset({"900001"}))

    with pytest.raises(imports.FeedRefused) as refused:
        imports.import_feed(sqlite_database, feed, OPERATOR, FixedClock(), unwatched, options=options)

    assert [(v.field, v.issue) for v in refused.value.violations] == [
        ("line 3, column vendor_id", "'900002' is not yours to import")
    ]
    assert stock(sqlite_database) == []
