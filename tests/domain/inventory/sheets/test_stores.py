"""Tables of stores."""

from decimal import Decimal
from pathlib import Path

import pytest

from partscounter.database import Database
from partscounter.domain import dealers
from partscounter.domain.dealers import Store
from partscounter.domain.inventory.sheets import STORES, SheetRefused
from partscounter.kit.address import PostalAddress
from tests.make.feeds import changed_items
from tests.make.sheet_yard import make_yard
from tests.make.sheets import errors_of, take_sheet, write_as, write_csv

WHOLE = {
    "vendor_id": "0900",
    "vendor_store": "04",
    "vendor_name": "North Yard",
    "company": "North Yard Omaha",
    "contact": "Ann",
    "street": "1 Main St",
    "city": "Omaha",
    "state": "NE",
    "postal_code": "68102",
    "country": "US",
    "phone": "402-555-0100",
    "email": "parts@north.example",
    "latitude": "41.25",
    "longitude": "-96",
    "store_id": "omaha",
    "currency": "cad",
    "tax_percent": "5.5",
    "asynchronous": "yes",
    "requires_order_reference": "no",
    "retention_days": "90",
}


def stores_of(database: Database, vendor_id: str) -> list[Store]:
    with database.read() as tx:
        dealer = dealers.find_dealer_by_vendor(tx, vendor_id)
        return [] if dealer is None else dealers.list_stores_of_dealer(tx, dealer.id)


@pytest.mark.parametrize("extension", ["csv", "xlsx"])
def test_a_vendor_and_its_store_are_made_known(database: Database, tmp_path: Path, extension: str) -> None:
    path = write_as(extension, tmp_path, [list(WHOLE), list(WHOLE.values())])

    counts = {"stores": 1, "added": 1, "changed": 0, "unchanged": 0, "new vendors": 1}
    assert take_sheet(database, STORES, path, dry_run=True) == counts
    assert stores_of(database, "0900") == []
    assert take_sheet(database, STORES, path) == counts
    (store,) = stores_of(database, "0900")
    assert store == Store(
        id=store.id,
        dealer_id=store.dealer_id,
        vendor_store="04",
        store_id="omaha",
        address=PostalAddress(
            contact="Ann",
            company="North Yard Omaha",
            street="1 Main St",
            city="Omaha",
            state="NE",
            postal_code="68102",
            country="US",
            phone="402-555-0100",
            email="parts@north.example",
        ),
        latitude=41.25,
        longitude=-96.0,
        currency="CAD",
        tax_rate=Decimal("5.50"),
        takes_orders_asynchronously=True,
        requires_order_reference=False,
        retention_days=90,
    )


def test_the_same_table_again_changes_nothing(database: Database, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "stores.csv", [list(WHOLE), list(WHOLE.values())])
    take_sheet(database, STORES, path)
    before = stores_of(database, "0900")

    counts = {"stores": 1, "added": 0, "changed": 0, "unchanged": 1, "new vendors": 0}
    assert take_sheet(database, STORES, path) == counts
    assert stores_of(database, "0900") == before


def test_columns_that_the_table_does_not_have_leave_what_is_known(database: Database, tmp_path: Path) -> None:
    take_sheet(database, STORES, write_csv(tmp_path / "one.csv", [list(WHOLE), list(WHOLE.values())]))
    (before,) = stores_of(database, "0900")

    rows = [["vendor_id", "vendor_store", "phone", "contact"], ["0900", "04", "402-555-0199", ""]]
    take_sheet(database, STORES, write_csv(tmp_path / "two.csv", rows))

    (after,) = stores_of(database, "0900")
    assert (after.address.phone, after.address.contact) == ("402-555-0199", "")
    assert (after.address.city, after.latitude, after.tax_rate) == ("Omaha", before.latitude, before.tax_rate)


def test_a_store_that_moves_loses_its_point_unless_the_table_has_one(database: Database, tmp_path: Path) -> None:
    take_sheet(database, STORES, write_csv(tmp_path / "one.csv", [list(WHOLE), list(WHOLE.values())]))

    rows = [["vendor_id", "vendor_store", "postal_code"], ["0900", "04", "60601"]]
    take_sheet(database, STORES, write_csv(tmp_path / "two.csv", rows))

    (store,) = stores_of(database, "0900")
    assert (store.address.postal_code, store.latitude, store.longitude) == ("60601", None, None)


def test_items_are_indexed_anew_only_where_the_company_has_changed(database: Database, tmp_path: Path) -> None:
    _, item, other = make_yard(database)
    events = changed_items(database)

    moved = [["vendor_id", "vendor_store", "city"], ["0417", "1", "Lakeside"]]
    take_sheet(database, STORES, write_csv(tmp_path / "one.csv", moved))
    assert changed_items(database) == events

    renamed = [["vendor_id", "vendor_store", "company"], ["0417", "1", "New Name"]]
    take_sheet(database, STORES, write_csv(tmp_path / "two.csv", renamed))
    assert changed_items(database) == [*events, [item, other]]


def test_two_stores_may_exchange_their_names(database: Database, tmp_path: Path) -> None:
    header = ["vendor_id", "vendor_store", "store_id"]
    take_sheet(database, STORES, write_csv(tmp_path / "one.csv", [header, ["9", "1", "a"], ["9", "2", "b"]]))
    take_sheet(database, STORES, write_csv(tmp_path / "two.csv", [header, ["9", "1", "b"], ["9", "2", "a"]]))

    assert [store.store_id for store in stores_of(database, "9")] == ["b", "a"]


def test_a_name_that_another_store_has_is_refused(database: Database, tmp_path: Path) -> None:
    header = ["vendor_id", "vendor_store", "store_id"]
    take_sheet(database, STORES, write_csv(tmp_path / "one.csv", [header, ["9", "1", "a"]]))
    path = write_csv(tmp_path / "two.csv", [header, ["9", "2", "a"]])

    with pytest.raises(SheetRefused):
        take_sheet(database, STORES, path)

    assert errors_of(path)[1:] == [["9", "2", "a", "2", "store_id", "'a' is another store's already"]]
    assert [store.vendor_store for store in stores_of(database, "9")] == ["1"]


@pytest.mark.parametrize(
    ("column", "text", "reason"),
    [
        ("vendor_store", "", "must not be blank"),
        ("currency", "dollars", "'dollars' is not a currency code of three letters"),
        ("tax_percent", "5.555", "'5.555' is not a percentage from 0 to 100 with at most two decimal places"),
        ("tax_percent", "five", "'five' is not a percentage"),
        ("tax_percent", "NaN", "'NaN' is not a percentage"),
        ("tax_percent", "1_9", "'1_9' is not a percentage"),
        ("tax_percent", "1e1", "'1e1' is not a percentage"),
        ("tax_percent", "\uff15", "'\uff15' is not a percentage"),
        ("asynchronous", "maybe", "'maybe' is neither true nor false"),
        ("retention_days", "-1", "'-1' is not a number of days"),
        ("latitude", "91", "'91' is not a number of degrees from -90 to 90"),
        ("longitude", "", "latitude and longitude are given together"),
    ],
)
def test_a_wrong_cell_is_named(sqlite_database: Database, tmp_path: Path, column: str, text: str, reason: str) -> None:
    wrong = WHOLE | {column: text}
    path = write_csv(tmp_path / "stores.csv", [list(wrong), list(wrong.values())])

    with pytest.raises(SheetRefused):
        take_sheet(sqlite_database, STORES, path)

    assert errors_of(path)[1:] == [[*wrong.values(), "2", column, reason]]
    assert stores_of(sqlite_database, "0900") == []
