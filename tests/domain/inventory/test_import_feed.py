"""Taking a feed in: what it does to the stock, and that a wrong one does nothing."""

import dataclasses
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest

from partscounter.database import Database
from partscounter.domain import catalog, dealers, inventory
from partscounter.domain.catalog import NameKind
from partscounter.domain.inventory import imports
from partscounter.domain.inventory.imports import FeedRefused, ImportReport
from partscounter.kit.clock import FixedClock
from partscounter.kit.refusal import Violation
from tests.make.feeds import (
    MESSY,
    OPERATOR,
    changed_items,
    emitted,
    feed_of,
    import_text,
    sketch,
    stock,
    unwatched,
    vendors_and_stores,
)

FIRST = ImportReport(
    listings=5,
    listed=4,
    unlisted=1,
    repeats=0,
    vendors=2,
    stores=3,
    added=5,
    changed=0,
    new_vendors=2,
    new_stores=3,
)
AGAIN = dataclasses.replace(FIRST, added=0, new_vendors=0, new_stores=0)


def test_a_feed_is_taken_as_it_is(database: Database, tmp_path: Path) -> None:
    report = import_text(database, tmp_path, MESSY)

    assert report == FIRST
    items = stock(database)
    assert [
        (
            i.inventory_id,
            i.description.year,
            i.make,
            i.model,
            i.description.part_name,
            i.price.each,
            i.listed,
            i.available,
        )
        for i in items
    ] == [
        ("003896", None, "Alison", "29551869", "Tcm Transmission Control Module", Decimal(150), True, 1),
        ("04", None, "", "", "Hood Side Vent", Decimal(82), False, 0),
        ("0", 2016, "Volvo", "VNL", 'Instrument "A" Cluster', Decimal("275.50"), True, 1),
        ("0", 1998, "Meritor/Rockwell", "", "Def Tank", Decimal("5.20"), True, 1),
        ("AX-7", 2012, "Mack", "CXN", "Hood", None, True, 1),
    ]
    assert vendors_and_stores(database) == (
        ["Vendor 900001", "Dutton's, Inc"],
        [
            ("1", "", "Rivertown", "TN", "USD"),
            ("1", "B & W Truck Center", "Springvale", "IA", "USD"),
            ("2", "Dutton's, Inc", "LAKESIDE", "ON", "USD"),
        ],
    )
    assert emitted(database) == [[item.id for item in items]]
    with database.read() as tx:
        hood = catalog.find_name(tx, NameKind.PART_TYPE, "hood")
        assert [row.part_type_id for row in inventory.document_rows(tx, [items[4].id])] == [hood]


def test_the_same_feed_again_changes_nothing(database: Database, tmp_path: Path) -> None:
    import_text(database, tmp_path, MESSY)
    before = stock(database)

    assert import_text(database, tmp_path, MESSY) == AGAIN
    assert stock(database) == before
    assert len(emitted(database)) == 1


def test_put_items_and_an_import_leave_the_same_item(database: Database, tmp_path: Path) -> None:
    import_text(database, tmp_path, sketch("7,Hood,5"))
    [item] = stock(database)
    fed = inventory.FedItem(inventory_id="7", description=item.description, price=inventory.Price(each=Decimal("5.00")))

    with database.read() as tx:
        store = dealers.get_store(tx, item.store_id)
    counts = database.write(OPERATOR, lambda tx: inventory.put_items(tx, store, [fed]))

    assert counts == inventory.FeedCounts(unchanged=1)


def test_only_what_differs_is_changed_and_held_units_stay_held(database: Database, tmp_path: Path) -> None:
    import_text(database, tmp_path, sketch("1,Hood,5", "2,Fender,6"))
    hood, fender = stock(database)
    database.write(OPERATOR, lambda tx: inventory.reserve(tx, {hood.id: 1}))

    report = import_text(database, tmp_path, sketch("2,Fender,6", "1,Hood,7", "3,Door,8"))

    assert (report.added, report.changed, report.unchanged) == (1, 1, 1)
    after = stock(database)
    assert [(i.inventory_id, i.price.each, i.on_hand, i.reserved) for i in after] == [
        ("1", Decimal(7), 1, 1),
        ("2", Decimal(6), 1, 0),
        ("3", Decimal(8), 1, 0),
    ]
    assert after[1] == fender
    assert emitted(database)[-1] == [hood.id, after[2].id]


def test_a_known_store_is_completed_and_not_corrected(database: Database, tmp_path: Path) -> None:
    header = "vendor_id,vendor_store,vendor_inventory_id,part_type,company,city\n"
    import_text(database, tmp_path, header + "9,1,1,Hood,Old Name,\n")

    import_text(database, tmp_path, header + "9,1,1,Hood,New Name,Utica\n9,1,2,Hood,New Name,Rome\n9,1,3,Hood,,Utica\n")

    assert vendors_and_stores(database) == (["Old Name"], [("1", "Old Name", "Utica", "", "USD")])


def test_items_are_indexed_anew_where_a_feed_names_their_store(database: Database, tmp_path: Path) -> None:
    header = "vendor_id,vendor_store,vendor_inventory_id,part_type,company,city\n"
    import_text(database, tmp_path, header + "9,1,1,Hood,,\n9,1,2,Hood,,\n9,2,1,Hood,Two,\n")
    first, second, other = (item.id for item in stock(database))
    before = changed_items(database)

    import_text(database, tmp_path, header + "9,1,1,Hood,,Utica\n")
    assert changed_items(database) == before

    import_text(database, tmp_path, header + "9,1,1,Hood,New Name,Utica\n")
    assert changed_items(database) == [*before, [first, second]]
    assert other not in changed_items(database)[-1]


def test_events_name_at_most_a_thousand_items(sqlite_database: Database, tmp_path: Path) -> None:
    import_text(sqlite_database, tmp_path, sketch(*(f"{n},Hood,5" for n in range(2001))))

    assert [len(ids) for ids in emitted(sqlite_database)] == [1000, 1000, 1]


def test_equal_rows_are_repeats(sqlite_database: Database, tmp_path: Path) -> None:
    report = import_text(sqlite_database, tmp_path, sketch("1,Hood,5", "2,Door,1", "1,Hood,5.00", "1, Hood ,5"))

    assert (report.listings, report.added, report.repeats) == (2, 2, 2)
    assert [item.inventory_id for item in stock(sqlite_database)] == ["1", "2"]


def test_a_wrong_feed_is_refused_as_a_whole(database: Database, tmp_path: Path) -> None:
    import_text(database, tmp_path, MESSY)
    before = (stock(database), vendors_and_stores(database), emitted(database))

    with pytest.raises(FeedRefused) as refused:
        import_text(database, tmp_path, sketch("1,Hood,5", '2,Hood,"12,50"', "1,Hood,6", "3,,5"))

    assert refused.value.message == "3 values are wrong in feed.csv, so nothing of it was taken"
    assert [(violation.field, violation.issue) for violation in refused.value.violations] == [
        ("line 3, column price", "'12,50' is not an amount"),
        ("line 4, column vendor_inventory_id", "'1' of this store stands on line 2 too, with other values"),
        ("line 5, column part_type", "must not be blank"),
    ]
    assert (stock(database), vendors_and_stores(database), emitted(database)) == before


def test_the_first_hundred_wrong_values_are_named(sqlite_database: Database, tmp_path: Path) -> None:
    with pytest.raises(FeedRefused) as refused:
        import_text(sqlite_database, tmp_path, sketch(*(f"{n},,x" for n in range(75))))

    assert refused.value.message == (
        "150 values are wrong in feed.csv, so nothing of it was taken; the first 100 are named"
    )
    assert len(refused.value.violations) == 100
    assert refused.value.violations[99] == Violation("line 51, column price", "'x' is not an amount", "x")
    assert stock(sqlite_database) == []


def test_a_dry_run_says_the_same_and_writes_nothing(database: Database, tmp_path: Path) -> None:
    import_text(database, tmp_path, sketch("1,Hood,5", "2,Door,6"))
    before = (stock(database), vendors_and_stores(database), emitted(database))
    feed = feed_of(tmp_path, sketch("1,Hood,5", "2,Door,7", "3,Vent,1") + "900001,2,1,Hood,5\n900003,1,1,Hood,5\n")

    preview = imports.preview_import(database, feed, FixedClock(), unwatched)

    assert (preview.added, preview.changed, preview.unchanged) == (3, 1, 1)
    assert (preview.new_vendors, preview.new_stores) == (1, 2)
    assert (stock(database), vendors_and_stores(database), emitted(database)) == before
    assert imports.import_feed(database, feed, OPERATOR, FixedClock(), unwatched) == preview


def test_a_dry_run_needs_no_database(tmp_path: Path) -> None:
    assert imports.preview_import(None, feed_of(tmp_path, MESSY), FixedClock(), unwatched) == FIRST


def test_imports_at_once_enter_one_after_the_other(database: Database, tmp_path: Path) -> None:
    feed = feed_of(tmp_path, MESSY)

    with ThreadPoolExecutor(4) as threads:
        running = [
            threads.submit(imports.import_feed, database, feed, OPERATOR, FixedClock(), unwatched) for _ in range(4)
        ]
        reports = [each.result() for each in running]

    assert sum(report.added for report in reports) == 5
    assert sum(report.new_stores for report in reports) == 3
    assert len(stock(database)) == 5
