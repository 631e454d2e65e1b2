"""Tables of vehicles."""

from pathlib import Path

import pytest

from partscounter.database import Database
from partscounter.domain.inventory import vehicles
from partscounter.domain.inventory.sheets import VEHICLES, SheetRefused
from partscounter.domain.inventory.vehicles import Vehicle
from tests.make.sheet_yard import make_yard
from tests.make.sheets import errors_of, take_sheet, write_as, write_csv

HEADER = ["vendor_id", "vendor_store", "vehicle_id", "year", "make", "model", "vin"]
TRUCK = ["0417", "1", "V-01", "2014", "Peterbilt", "579", "1XPBD49X0ED000001"]


def known(database: Database, store_id: int) -> list[Vehicle]:
    with database.read() as tx:
        return vehicles.list_vehicles(tx, store_id)


@pytest.mark.parametrize("extension", ["csv", "xlsx"])
def test_vehicles_are_made_known(database: Database, tmp_path: Path, extension: str) -> None:
    counter, *_ = make_yard(database)
    path = write_as(extension, tmp_path, [HEADER, TRUCK, ["0417", "1", "0", "", "", "", ""]])

    counts = {"vehicles": 2, "added": 2, "changed": 0, "unchanged": 0}
    assert take_sheet(database, VEHICLES, path, dry_run=True) == counts
    assert known(database, counter.store.id) == []
    assert take_sheet(database, VEHICLES, path) == counts
    assert known(database, counter.store.id) == [
        Vehicle(counter.store.id, "0"),
        Vehicle(counter.store.id, "V-01", 2014, "Peterbilt", "579", "1XPBD49X0ED000001"),
    ]


def test_columns_that_the_table_does_not_have_leave_what_is_known(database: Database, tmp_path: Path) -> None:
    counter, *_ = make_yard(database)
    take_sheet(database, VEHICLES, write_csv(tmp_path / "one.csv", [HEADER, TRUCK]))

    path = write_csv(tmp_path / "two.csv", [[*HEADER[:3], "model"], [*TRUCK[:3], "579 EPIQ"]])

    assert take_sheet(database, VEHICLES, path) == {"vehicles": 1, "added": 0, "changed": 1, "unchanged": 0}
    assert take_sheet(database, VEHICLES, path) == {"vehicles": 1, "added": 0, "changed": 0, "unchanged": 1}
    (vehicle,) = known(database, counter.store.id)
    assert (vehicle.model, vehicle.vin, vehicle.year) == ("579 EPIQ", "1XPBD49X0ED000001", 2014)


def test_wrong_rows_are_named_and_nothing_is_taken(database: Database, tmp_path: Path) -> None:
    counter, *_ = make_yard(database)
    old, strange = [*TRUCK[:2], "V-02", "1850", "", "", ""], ["0418", "1", "V-03", "", "", "", ""]
    path = write_csv(tmp_path / "vehicles.csv", [HEADER, TRUCK, old, strange])

    with pytest.raises(SheetRefused):
        take_sheet(database, VEHICLES, path)

    assert errors_of(path)[1:] == [
        [*old, "3", "year", "'1850' is not a year from 1901 to 2028"],
        [*strange, "4", "vendor_store", "there is no store '1' of vendor '0418' yet"],
    ]
    assert known(database, counter.store.id) == []
