"""Customers from a file: the order-export vendor's columns or ours, all of it or nothing, the same file once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from partscounter.database import Database
from partscounter.domain import customers
from partscounter.domain.customers import CustomerProfile, CustomersRefused, ImportCounts
from partscounter.kit.address import PostalAddress
from partscounter.kit.sheets import TableRefused
from tests.make.access import emitted
from tests.make.counter import TESTER, make_counter

PUBLIC = """BillToCode,BillToName,BillToAddress1,BillToCity,BillToState,BillToPostCode,DefaultPriceCode,TerritoryCodes,\
ShipToCode,ShipToAddress1,ShipToCity,ShipToState,ShipToPostCode,Something
188,Golden Apple,1 Main St,Lincoln,NE,68503,4,"13,7",1,1 Main St,Lincoln,NE,68503,x
188,,,,,,,,2,9 Dock Rd,Omaha,NE,68102,x
6385,Buyer Ltd.,,,,,2,,,,,,,x
"""


def drafts(folder: Path, text: str, **options: object) -> list[customers.CustomerDraft]:
    path = folder / "customers.csv"
    path.write_text(text, encoding="utf-8")
    return customers.read_customers(path, **options)  # type: ignore[arg-type]  # keywords of any type


def take(database: Database, folder: Path, text: str, **options: object) -> ImportCounts:
    read = drafts(folder, text, **options)
    with database.read() as tx:
        promised = customers.check_import(tx, read)
    done = database.write(TESTER, lambda tx: customers.import_customers(tx, read))
    assert done == promised
    return done


def test_the_public_columns_are_taken_and_the_same_file_changes_nothing(database: Database, tmp_path: Path) -> None:
    counter = make_counter(database)

    first = take(database, tmp_path, PUBLIC, vendor_id="100", codes_are_userids=True)
    before = emitted(database)
    again = take(database, tmp_path, PUBLIC, vendor_id="100", codes_are_userids=True)

    assert (first, again) == (ImportCounts(1, 1, 0), ImportCounts(0, 0, 2))
    assert emitted(database) == before
    with database.read() as tx:
        apple = customers.find_customer_by_userid(tx, "188")
        buyer = customers.find_customer_by_code(tx, counter.dealer.id, "6385")
        assert apple is not None
        assert buyer is not None
        profiles = customers.load_profiles(tx, [apple.id, buyer.id])
    address = PostalAddress(company="Golden Apple", street="1 Main St", city="Lincoln", state="NE", postal_code="68503")
    assert (apple.code, apple.dealer_id, apple.invoice_address) == ("188", counter.dealer.id, address)
    assert profiles[apple.id] == CustomerProfile(
        price_code="4",
        territories=frozenset({"7", "13"}),
        places=(
            PostalAddress(code="1", street="1 Main St", city="Lincoln", state="NE", postal_code="68503"),
            PostalAddress(code="2", street="9 Dock Rd", city="Omaha", state="NE", postal_code="68102"),
        ),
    )
    assert (buyer.email, buyer.userid, buyer.invoice_address.company) == (
        "buyer@customer.example",
        "6385",
        "Buyer Ltd.",
    )
    assert profiles[buyer.id].price_code == "2"


def test_our_columns_and_what_a_blank_leaves(sqlite_database: Database, tmp_path: Path) -> None:
    make_counter(sqlite_database)
    text = (
        "vendor_id;code;userid;given_name;email;language;customer_type;phone\n100;9;U9;Ada;a@b.example;FR;fleet;555\n"
    )
    take(sqlite_database, tmp_path, text)

    assert take(sqlite_database, tmp_path, "vendor_id,code,given_name,email\n100,9,Eve,\n") == ImportCounts(0, 1, 0)

    with sqlite_database.read() as tx:
        eve = customers.find_customer_by_userid(tx, "U9")
        assert eve is not None
        profiles = customers.load_profiles(tx, [eve.id])
    assert (eve.name, eve.email, eve.language, eve.invoice_address.phone) == ("Eve", "a@b.example", "fr", "555")
    assert profiles[eve.id].type == "fleet"


def test_everything_wrong_is_named_and_nothing_taken(sqlite_database: Database, tmp_path: Path) -> None:
    make_counter(sqlite_database)
    before = emitted(sqlite_database)
    wrong = (
        "vendor_id,code,userid,email,language,city,ship_to_city\n,7,,x,xx,A,B\n100,8,,,,A,\n100,8,,,,C,\n100,,,,,,\n"
    )
    unknown = "vendor_id,code,userid\n100,1,user-TD00\n100,2,same\n100,3,same\n"

    with pytest.raises(CustomersRefused) as cells:
        drafts(tmp_path, wrong)
    with pytest.raises(CustomersRefused) as taken:
        take(sqlite_database, tmp_path, unknown)
    with pytest.raises(CustomersRefused) as strangers:
        take(sqlite_database, tmp_path, "vendor_id,code\n9,1\n")
    with pytest.raises(CustomersRefused) as columns:
        drafts(tmp_path, "BillToName,company\nA,B\n")
    with pytest.raises(TableRefused):
        drafts(tmp_path, "code,code\n1,2\n")

    assert [(each.field, each.issue) for each in cells.value.violations] == [
        ("line 2, column vendor_id", "is required"),
        ("line 2, column email", "'x' is not a mail address"),
        ("line 2, column language", "'xx' is none of de, en, es, fr"),
        ("line 2, column ship_to_code", "is required with an address"),
        ("line 4, column city", "'C' is not what line 3 says of the same customer"),
        ("line 5, column code", "is required"),
    ]
    assert [(each.field, each.issue) for each in taken.value.violations] == [
        ("line 2, column userid", "'user-TD00' is another customer's"),
        ("line 4, column userid", "'same' stands on line 3 too"),
    ]
    assert [each.field for each in strangers.value.violations] == ["line 2, column vendor_id"]
    assert [each.issue for each in columns.value.violations] == [
        "there are several columns for company",
        "there is no column code, nor BillToCode",
    ]
    assert emitted(sqlite_database) == before


def test_two_imports_at_once_add_each_customer_once(database: Database, tmp_path: Path) -> None:
    make_counter(database)
    read = drafts(tmp_path, PUBLIC, vendor_id="100", codes_are_userids=True)

    with ThreadPoolExecutor(4) as pool:
        tries = [pool.submit(database.write, TESTER, lambda tx: customers.import_customers(tx, read)) for _ in range(4)]
        done = [each.result(timeout=30) for each in tries]

    assert sorted(each.added for each in done) == [0, 0, 0, 1]
    assert sum(each.changed for each in done) == 1
