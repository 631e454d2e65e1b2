"""Tables of machines."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from partscounter.database import Database
from partscounter.domain import assets
from partscounter.domain.assets import Asset, MarketSegment, PrincipalWork
from partscounter.domain.inventory.sheets import SheetRefused
from partscounter.domain.machines import MACHINES
from tests.make.counter import TESTER, make_counter
from tests.make.sheets import errors_of, take_sheet, write_as, write_csv

CODE = "CMDZ18G9RYCCW8Y"
HEADER = ["serial_number", "originator", "qr_code", "model", "product_family", "build_year", "smcs_code", "userid"]
LOADER = ["F2600123", "TD00", CODE, "926M", "WHEEL LOADER", "2019", "7000", "user-TD00"]


def known(database: Database) -> list[Asset]:
    with database.read() as tx:
        return assets.list_assets(tx)


@pytest.mark.parametrize("extension", ["csv", "xlsx"])
def test_machines_are_made_known(database: Database, tmp_path: Path, extension: str) -> None:
    counter = make_counter(database)
    path = write_as(extension, tmp_path, [HEADER, LOADER, ["2MJ23425", "TD00", *[""] * 6]])

    counts = {"machines": 2, "added": 2, "changed": 0, "unchanged": 0}
    assert take_sheet(database, MACHINES, path, dry_run=True) == counts
    assert known(database) == []
    assert take_sheet(database, MACHINES, path) == counts
    loader, engine = known(database)
    assert (loader.qr_code, loader.make, loader.name, loader.build_year) == (CODE, "CAT", "CAT 926M", 2019)
    assert (loader.smcs_code, loader.customer_id) == ("7000", counter.customer.id)
    assert (engine.serial_number, assets.parse_code(engine.qr_code)) == ("2MJ23425", engine.qr_code)


def test_the_same_again_changes_nothing_and_other_columns_stay(database: Database, tmp_path: Path) -> None:
    make_counter(database)
    path = write_csv(tmp_path / "one.csv", [HEADER, LOADER])
    take_sheet(database, MACHINES, path)

    assert take_sheet(database, MACHINES, path) == {"machines": 1, "added": 0, "changed": 0, "unchanged": 1}
    (before,) = known(database)
    path = write_csv(tmp_path / "two.csv", [["serial_number", "originator", "model"], ["F2600123", "TD00", "926M2"]])
    assert take_sheet(database, MACHINES, path) == {"machines": 1, "added": 0, "changed": 1, "unchanged": 0}
    (after,) = known(database)
    assert (after.model, after.qr_code, after.customer_id) == ("926M2", CODE, before.customer_id)


def test_work_and_segment_are_kept(database: Database, tmp_path: Path) -> None:
    header = [
        *("serial_number", "originator", "work_code", "work_description", "work_type", "work_assigned_at"),
        *("segment_code", "segment_description", "sub_segment_code", "sub_segment_description"),
    ]
    row = ["2MJ23425", "TD00", "255", "BUILDING", "Engine", "2022-06-28T10:16:56", "GC", "AGRICULTURE", "LGRB", "STOCK"]
    take_sheet(database, MACHINES, write_csv(tmp_path / "machines.csv", [header, row]))

    (machine,) = known(database)
    assigned_at = datetime(2022, 6, 28, 10, 16, 56, tzinfo=UTC)
    assert machine.principal_work == PrincipalWork("255", "BUILDING", "Engine", assigned_at)
    assert machine.market_segment == MarketSegment("GC", "AGRICULTURE", "LGRB", "STOCK")


def test_a_printed_code_is_claimed_by_a_row(database: Database, tmp_path: Path) -> None:
    (free,) = database.write(TESTER, lambda tx: assets.make_codes(tx, 1))
    path = write_csv(tmp_path / "machines.csv", [HEADER[:3], ["S1", "TD00", f"https://counter.example/{free.code}"]])

    take_sheet(database, MACHINES, path)

    assert [each.qr_code for each in known(database)] == [free.code]


def test_wrong_rows_are_named_and_nothing_is_taken(database: Database, tmp_path: Path) -> None:
    make_counter(database)
    take_sheet(database, MACHINES, write_csv(tmp_path / "first.csv", [HEADER, LOADER]))
    rows = [
        ["F2600123", "TD00", "JD81N5L8RV1NKDL", "926M", "", "", "", ""],
        ["S2", "TD00", CODE, "", "", "", "", ""],
        ["S3", "TD00", "short", "", "", "1850", "12", "nobody"],
        ["S4", "", "", "", "", "", "", ""],
        ["S5", "TD00", "AAAAAAAAAAAAAAA", "", "", "", "", ""],
        ["S6", "TD00", "AAAAAAAAAAAAAAA", "", "", "", "", ""],
    ]
    path = write_csv(tmp_path / "machines.csv", [HEADER, *rows])

    with pytest.raises(SheetRefused):
        take_sheet(database, MACHINES, path)

    named = {(line, column) for *_, line, column, _ in errors_of(path)[1:]}
    assert named == {
        *(("2", "qr_code"), ("3", "qr_code"), ("4", "qr_code"), ("4", "smcs_code"), ("4", "build_year")),
        *(("4", "userid"), ("5", "originator"), ("7", "qr_code")),
    }
    assert [each.serial_number for each in known(database)] == ["F2600123"]
