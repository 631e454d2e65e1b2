"""Tables of images."""

from pathlib import Path

import pytest

from partscounter.database import Database
from partscounter.domain import inventory
from partscounter.domain.inventory.sheets import IMAGES, SheetRefused
from partscounter.kit.refusal import Violation
from partscounter.kit.sheets import TableRefused
from tests.make.feeds import changed_items
from tests.make.sheet_yard import make_yard
from tests.make.sheets import errors_of, take_sheet, write_as, write_csv

HEADER = ["vendor_id", "vendor_store", "vendor_inventory_id", "images"]
FIRST, SECOND = "https://img.example/1.jpg", "https://img.example/2.jpg"
FORMATS = pytest.mark.parametrize("extension", ["csv", "xlsx"])


def images_of(database: Database, item_id: int) -> tuple[str, ...]:
    with database.read() as tx:
        return inventory.get_item(tx, item_id).description.images


@FORMATS
def test_the_images_of_an_item_are_replaced_in_their_order(database: Database, tmp_path: Path, extension: str) -> None:
    _, item, other = make_yard(database)
    path = write_as(extension, tmp_path, [HEADER, ["0417", "1", "007", f"{SECOND}| {FIRST}"]])

    assert take_sheet(database, IMAGES, path) == {"items": 1, "changed": 1, "unchanged": 0}
    assert images_of(database, item) == (SECOND, FIRST)
    assert images_of(database, other) == ()
    assert changed_items(database)[-1] == [item]


def test_the_same_table_again_changes_nothing(database: Database, tmp_path: Path) -> None:
    make_yard(database)
    path = write_csv(tmp_path / "images.csv", [HEADER, ["0417", "1", "007", FIRST], ["0417", "1", "8", ""]])
    take_sheet(database, IMAGES, path)
    events = changed_items(database)

    assert take_sheet(database, IMAGES, path) == {"items": 2, "changed": 0, "unchanged": 2}
    assert changed_items(database) == events


@FORMATS
def test_every_wrong_row_is_named_and_stands_in_the_error_file(
    database: Database, tmp_path: Path, extension: str
) -> None:
    _, item, _ = make_yard(database)
    rows = [
        ["0417", "1", "007", FIRST],
        ["0417", "1", "9", FIRST],
        ["0417", "2", "007", FIRST],
        ["0417", "1", "8", "ftp://img.example/1.jpg"],
        ["0417", "1", "007", SECOND],
    ]
    path = write_as(extension, tmp_path, [HEADER, *rows])

    with pytest.raises(SheetRefused) as refused:
        take_sheet(database, IMAGES, path)

    assert refused.value.message == f"4 values are wrong in {path.name}, so nothing of it was taken"
    assert errors_of(path) == [
        [*HEADER, "line", "column", "reason"],
        [*rows[1], "3", "vendor_inventory_id", "there is no item '9' in this store"],
        [*rows[2], "4", "vendor_store", "there is no store '2' of vendor '0417' yet"],
        [*rows[3], "5", "images", "'ftp://img.example/1.jpg' is not an http or https address"],
        [*rows[4], "6", "vendor_inventory_id", "the same stands on line 2 too, with other values"],
    ]
    assert images_of(database, item) == ()


def test_a_dry_run_decides_and_counts_as_the_import_does(database: Database, tmp_path: Path) -> None:
    _, item, _ = make_yard(database)
    right = write_csv(tmp_path / "right.csv", [HEADER, ["0417", "1", "007", FIRST], ["0417", "1", "007", FIRST]])
    wrong = write_csv(tmp_path / "wrong.csv", [HEADER, ["0417", "1", "9", FIRST]])

    with pytest.raises(SheetRefused) as previewed:
        take_sheet(database, IMAGES, wrong, dry_run=True)
    preview_errors = errors_of(wrong)
    with pytest.raises(SheetRefused) as refused:
        take_sheet(database, IMAGES, wrong)
    assert (previewed.value.message, previewed.value.violations) == (refused.value.message, refused.value.violations)
    assert preview_errors == errors_of(wrong)

    counts = take_sheet(database, IMAGES, right, dry_run=True)
    assert images_of(database, item) == ()
    assert take_sheet(database, IMAGES, right) == counts == {"items": 1, "changed": 1, "unchanged": 0}


def test_rows_of_another_vendor_are_refused_where_vendors_are_given(database: Database, tmp_path: Path) -> None:
    _, item, _ = make_yard(database)
    path = write_csv(tmp_path / "images.csv", [HEADER, ["0417", "1", "007", FIRST]])

    with pytest.raises(SheetRefused) as refused:
        take_sheet(database, IMAGES, path, vendors=frozenset({"0418"}))

    assert refused.value.violations == (Violation("line 2, column vendor_id", "'0417' is not yours to import", "0417"),)
    assert images_of(database, item) == ()


def test_a_table_with_another_header_is_refused_and_says_so_in_the_error_file(
    database: Database, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "images.csv", [HEADER[:3], ["0417", "1", "007"]])

    with pytest.raises(TableRefused):
        take_sheet(database, IMAGES, path)

    assert errors_of(path) == [["line", "column", "reason"], ["1", "", "there is no column images"]]


def test_more_errors_than_are_named_all_stand_in_the_error_file(sqlite_database: Database, tmp_path: Path) -> None:
    make_yard(sqlite_database)
    path = write_csv(tmp_path / "images.csv", [HEADER, *(["0417", "1", f"x{number}", FIRST] for number in range(250))])

    with pytest.raises(SheetRefused) as refused:
        take_sheet(sqlite_database, IMAGES, path)

    message = "250 values are wrong in images.csv, so nothing of it was taken; the first 100 are named"
    assert (refused.value.message, len(refused.value.violations)) == (message, 100)
    assert len(errors_of(path)) == 251
