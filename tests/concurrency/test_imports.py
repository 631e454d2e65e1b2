"""Imports under real concurrency: the same file twice at once ends as if it had come once."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from partscounter.database import Database
from partscounter.domain import dealers, file_imports
from partscounter.domain.access import Product
from partscounter.domain.file_imports import FileKind, Given
from partscounter.domain.inventory.sheets import STORES, VEHICLES, import_sheet
from partscounter.kit.sheets import open_error_file
from tests.make.access import make_credential
from tests.make.sheet_yard import make_yard
from tests.make.sheets import OPERATOR, write_csv

T = TypeVar("T")
AT_ONCE = 4


def at_once(work: Callable[[], T]) -> list[T]:
    together = threading.Barrier(AT_ONCE)

    def one(_: int) -> T:
        together.wait(timeout=30)
        return work()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(one, range(AT_ONCE)))


def test_the_same_stores_at_once_are_registered_once(database: Database, tmp_path: Path) -> None:
    rows = [["vendor_id", "vendor_store", "store_id"], *(["9", str(number), f"s{number}"] for number in range(20))]
    path = write_csv(tmp_path / "stores.csv", rows)

    def take() -> int:
        with open_error_file(None) as errors:
            return import_sheet(database, STORES, path, OPERATOR, errors)["added"]

    assert sorted(at_once(take)) == [0, 0, 0, 20]
    with database.read() as tx:
        assert len(dealers.list_stores_of_dealer(tx, dealers.get_dealer_by_vendor(tx, "9").id)) == 20


def test_the_same_vehicles_at_once_are_added_once(database: Database, tmp_path: Path) -> None:
    make_yard(database)
    rows = [["vendor_id", "vendor_store", "vehicle_id"], *(["0417", "1", f"V{number}"] for number in range(20))]
    path = write_csv(tmp_path / "vehicles.csv", rows)

    def take() -> int:
        with open_error_file(None) as errors:
            return import_sheet(database, VEHICLES, path, OPERATOR, errors)["added"]

    assert sorted(at_once(take)) == [0, 0, 0, 20]


def test_the_same_file_handed_in_at_once_is_one_import(database: Database) -> None:
    user = make_credential(database, product=Product.STOCK, name="yard", all_dealers=True)
    given = Given(user.id, FileKind.STORES, "stores.csv", token="t", size=1, digest="d")

    taken = at_once(lambda: database.write(OPERATOR, lambda tx: file_imports.take_file_import(tx, given)))

    assert len({each.id for each in taken}) == 1
