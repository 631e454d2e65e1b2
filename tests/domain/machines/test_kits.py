"""Service kits, from tables."""

from pathlib import Path

import pytest

from partscounter.database import Database
from partscounter.domain import machines
from partscounter.domain.inventory.sheets import SheetRefused
from partscounter.domain.machines import KITS, Kit, KitPart
from tests.make.counter import TESTER
from tests.make.sheets import errors_of, take_sheet, write_as, write_csv

HEADER = ["make", "model", "hours", "part_number", "quantity", "description"]
OIL = ["CAT", "926M", "500", "1R-1808", "1", "Oil filter"]
FUEL = ["CAT", "926M", "500", "1R-0762", "2", ""]
BIG = ["Cat", "926-m", "2000", "131-8822", "", "Air filter"]


def kits_of(database: Database, make: str = "CAT", model: str = "926M") -> list[tuple[int, tuple[KitPart, ...]]]:
    with database.read() as tx:
        return [(kit.hours, kit.parts) for kit in machines.list_kits_of_model(tx, make, model)]


@pytest.mark.parametrize("extension", ["csv", "xlsx"])
def test_kits_are_made_known_and_found_in_any_spelling(database: Database, tmp_path: Path, extension: str) -> None:
    path = write_as(extension, tmp_path, [HEADER, BIG, OIL, FUEL])

    counts = {"kits": 2, "added": 2, "changed": 0, "unchanged": 0, "parts": 3}
    assert take_sheet(database, KITS, path, dry_run=True) == counts
    assert kits_of(database) == []
    assert take_sheet(database, KITS, path) == counts
    oil, fuel = KitPart("1R-1808", 1, "Oil filter"), KitPart("1R-0762", 2)
    assert kits_of(database, "cat", "926 M") == [(500, (oil, fuel)), (2000, (KitPart("131-8822", 1, "Air filter"),))]
    assert kits_of(database, model="926") == []


def test_the_parts_of_a_kit_are_replaced_and_other_kits_stay(database: Database, tmp_path: Path) -> None:
    take_sheet(database, KITS, write_csv(tmp_path / "one.csv", [HEADER, OIL, FUEL, BIG]))

    path = write_csv(tmp_path / "two.csv", [HEADER, FUEL])

    changed = {"kits": 1, "added": 0, "changed": 1, "unchanged": 0, "parts": 1}
    assert take_sheet(database, KITS, path) == changed
    assert take_sheet(database, KITS, path) == changed | {"changed": 0, "unchanged": 1}
    assert kits_of(database) == [(500, (KitPart("1R-0762", 2),)), (2000, (KitPart("131-8822", 1, "Air filter"),))]


def test_a_kit_without_parts_is_gone(database: Database, tmp_path: Path) -> None:
    take_sheet(database, KITS, write_csv(tmp_path / "one.csv", [HEADER, OIL, BIG]))

    database.write(TESTER, lambda tx: machines.put_kits(tx, [Kit("CAT", "926M", 500, "")]))

    assert [hours for hours, _ in kits_of(database)] == [2000]


def test_wrong_rows_are_named_and_nothing_is_taken(database: Database, tmp_path: Path) -> None:
    wrong = ["", "926M", "five", "1R-1808", "0", ""]
    twice = [*OIL[:4], "3", ""]
    path = write_csv(tmp_path / "kits.csv", [HEADER, OIL, wrong, twice])

    with pytest.raises(SheetRefused):
        take_sheet(database, KITS, path)

    named = {(line, column) for *_, line, column, _ in errors_of(path)[1:]}
    assert named == {("3", "make"), ("3", "hours"), ("3", "quantity"), ("4", "part_number")}
    assert kits_of(database) == []
