"""What the index is told of stock, as the database has it."""

from dataclasses import replace
from decimal import Decimal
from operator import length_hint

import pytest

from partscounter.database import Database
from partscounter.database.log import head
from partscounter.domain import catalog, dealers, inventory
from partscounter.domain.catalog import NameKind
from partscounter.domain.inventory import Description, FedItem, ItemsChanged, Line, Price
from partscounter.kit.clock import FixedClock
from partscounter.search import Document
from partscounter.search.source import DatabaseSource
from tests.make.counter import TESTER, Counter, make_counter

FULL = FedItem(
    inventory_id="7",
    line=Line.YELLOW_IRON,
    tag_number="T-7",
    brand_code="S",
    part_code="765-4321",
    description=Description(
        part_name="Hood",
        vehicle_make="Mack",
        vehicle_model="CXN",
        part_manufacturer="Acme",
        part_model="A1",
        year=2012,
        category="USED",
        condition="Good",
        text="left side",
        oem_number="1R-1808",
        serial_number="SN 1",
        alternate_numbers="A1, A2",
        vehicle_id="V1",
    ),
    price=Price(each=Decimal("82.50"), core=Decimal(10)),
    quantity=2,
)
EMPTY = FedItem(inventory_id="8")


@pytest.fixture
def counter(database: Database) -> Counter:
    return make_counter(database)


def feed(database: Database, counter: Counter, *fed: FedItem) -> list[int]:
    """Their ids."""
    database.write(TESTER, lambda tx: inventory.put_items(tx, counter.store, fed))
    with database.read() as tx:
        found = [inventory.find_item(tx, counter.store.id, each.inventory_id) for each in fed]
    return [item.id for item in found if item is not None]


def number(database: Database, kind: NameKind, name: str) -> int:
    with database.read() as tx:
        found = catalog.find_name(tx, kind, name)
    assert found is not None
    return found


def test_a_document_says_what_the_item_says(database: Database, counter: Counter, clock: FixedClock) -> None:
    full, empty = feed(database, counter, FULL, EMPTY)
    source = DatabaseSource(database)
    added = int(clock.now().timestamp())

    documents = source.load_documents([empty, full, 10**6])

    assert documents == {
        full: Document(
            uid=full,
            line=2,
            dealer_id=counter.dealer.id,
            store_id=counter.store.id,
            part_type_id=number(database, NameKind.PART_TYPE, "Hood"),
            category_id=number(database, NameKind.CATEGORY, "USED"),
            make_ids=(number(database, NameKind.MAKE, "Mack"), number(database, NameKind.MAKE, "Acme")),
            model_ids=(number(database, NameKind.MODEL, "CXN"), number(database, NameKind.MODEL, "A1")),
            listed_make_id=number(database, NameKind.MAKE, "Acme"),
            listed_model_id=number(database, NameKind.MODEL, "A1"),
            year=2012,
            price_cents=8250,
            core_price_cents=1000,
            vehicle_key=f"{counter.store.id}:V1",
            words=("left side", "Hood", "Mack", "Acme", "CXN", "A1", "1R-1808", "T-7", "765-4321", "S765-4321"),
            part_numbers=("1R-1808", "T-7", "SN 1", "765-4321", "S765-4321", "A1, A2"),
            part_name="Hood",
            make_model="Mack CXN",
            oem_number="1R-1808",
            vendor_sku="T-7",
            description="left side",
            condition="Good",
            category="USED",
            vendor=counter.dealer.name,
            added_at=added,
        ),
        empty: Document(
            uid=empty,
            line=1,
            dealer_id=counter.dealer.id,
            store_id=counter.store.id,
            part_type_id=0,
            category_id=0,
            vendor=counter.dealer.name,
            added_at=added,
        ),
    }
    assert list(source.read_all()[1]) == [documents[uid] for uid in sorted(documents)]


def test_what_cannot_be_bought_has_no_document(database: Database, counter: Counter) -> None:
    held, unlisted, sold_out, left = feed(
        database,
        counter,
        replace(EMPTY, inventory_id="held", quantity=2),
        replace(EMPTY, inventory_id="unlisted", listed=False),
        replace(EMPTY, inventory_id="sold out", quantity=0),
        replace(EMPTY, inventory_id="left", quantity=2),
    )
    database.write(TESTER, lambda tx: inventory.reserve(tx, {held: 2, left: 1}))
    source = DatabaseSource(database)

    assert list(source.load_documents([held, unlisted, sold_out, left])) == [left]
    everything = source.read_all()[1]
    assert [document.uid for document in everything] == [left]
    assert length_hint(everything) == 1


def test_a_store_without_a_name_has_its_dealers(database: Database, counter: Counter) -> None:
    store = counter.store
    with database.read() as tx:
        assert dealers.load_companies(tx, [store.id, 10**6]) == {store.id: counter.dealer.name}
    named = store.address._replace(company="Yard One")
    database.write(TESTER, lambda tx: dealers.correct_store(tx, store, named, point=None))

    with database.read() as tx:
        assert dealers.load_companies(tx, [store.id]) == {store.id: "Yard One"}


def test_many_changes_are_read_in_parts(database: Database) -> None:
    source = DatabaseSource(database, enough=30)
    for first in range(0, 50, 2):
        database.write(TESTER, lambda tx, first=first: tx.emit(ItemsChanged((first, first + 1), "test")))  # type: ignore[misc]  # a default makes each its own

    cursor, changed = source.read_events(0)
    assert changed == list(range(30))
    cursor, changed = source.read_events(cursor)
    assert changed == list(range(30, 50))
    assert source.read_events(cursor) == (cursor, [])


def test_brief_changes_are_told_of_beforehand(database: Database) -> None:
    source = DatabaseSource(database, enough=1)
    for items in ((1, 2), tuple(range(100, 201)), (3,), tuple(range(300, 320)), tuple(range(400, 421))):
        database.write(TESTER, lambda tx, items=items: tx.emit(ItemsChanged(items, "test")))  # type: ignore[misc]  # a default makes each its own

    cursor, hurried = source.read_brief(0)

    assert hurried == [1, 2, 3, *range(300, 320)]
    with database.read() as tx:
        assert cursor == head(tx)
    assert source.read_brief(cursor) == (cursor, [])


def test_no_more_overtake_than_some(database: Database) -> None:
    source = DatabaseSource(database)
    for first in range(1, 4_001, 20):
        items = tuple(range(first, first + 20))
        database.write(TESTER, lambda tx, items=items: tx.emit(ItemsChanged(items, "test")))  # type: ignore[misc]  # a default makes each its own

    cursor, hurried = source.read_brief(0)
    assert hurried == list(range(1, 2_001))
    assert source.read_brief(cursor)[1] == list(range(2_001, 4_001))


def test_a_part_of_a_vehicle_is_listed_under_its_own_maker_where_it_has_one(
    database: Database, counter: Counter
) -> None:
    def of(inventory_id: str, **told: str) -> FedItem:
        return FedItem(inventory_id, description=Description(part_name="Engine", **told))

    ids = feed(
        database,
        counter,
        of("1", vehicle_make="Mack", vehicle_model="CXN"),
        of("2", vehicle_make="Mack", vehicle_model="CXN", part_manufacturer="Acme"),
        of("3", vehicle_make="Mack", vehicle_model="CXN", part_model="A1"),
        of("4", vehicle_make="Mack", vehicle_model="CXN", part_manufacturer="Acme", part_model="A1"),
        of("5"),
    )

    documents = DatabaseSource(database).load_documents(ids)

    mack, acme = (number(database, NameKind.MAKE, name) for name in ("Mack", "Acme"))
    cxn, a1 = (number(database, NameKind.MODEL, name) for name in ("CXN", "A1"))
    listed = [(documents[id_].listed_make_id, documents[id_].listed_model_id) for id_ in ids]
    assert listed == [(mack, cxn), (acme, 0), (mack, a1), (acme, a1), (0, 0)]
