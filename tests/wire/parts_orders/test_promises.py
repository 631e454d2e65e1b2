"""The date promised for what is on back order, over HTTP; without one an order is answered as it is printed."""

from datetime import date

from partscounter.database import Database
from partscounter.domain import inventory, orders
from partscounter.kit.clock import FixedClock
from tests.make.backorders import promise, work
from tests.make.counter import TESTER
from tests.make.parts_orders import ASYNC_ORDERS, Sample, open_sample, printed_order, put_part


def shown(sample: Sample, address: str) -> tuple[str, str | None]:
    line = sample.http.get(address).json()["parts"][0]
    return line["partsOrderLineStatus"], line.get("promiseDate")


def test_a_line_on_back_order_shows_its_date_until_the_stock_is_there(database: Database, clock: FixedClock) -> None:
    sample = open_sample(database, clock, quantity=4)
    placed = sample.post(printed_order())
    address = placed.headers["location"]
    with database.read() as tx:
        order = orders.get_order(tx, placed.json()["partsOrderId"])

    at_first = shown(sample, address)
    promise(database, order, date(2026, 3, 20))
    slipped = shown(sample, address)
    put_part(database, sample.store, quantity=10, terms=inventory.PartTerms(vehicle_references=("KEYNUMBER",)))
    work(database, clock)

    assert placed.json()["parts"][0]["promiseDate"] == "2026-03-05"
    assert at_first == ("BACKORDER", "2026-03-05")
    assert slipped == ("BACKORDER", "2026-03-20")
    assert shown(sample, address) == ("RESERVED", None)


def test_an_asynchronous_store_promises_with_the_reservation(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock, quantity=0, store_id="async", takes_orders_asynchronously=True)
    placed = sample.post(printed_order(), ASYNC_ORDERS)
    address, order_id = placed.headers["location"], placed.json()["partsOrderId"]

    at_once = shown(sample, address)
    sqlite_database.write(TESTER, lambda tx: orders.reserve_order(tx, order_id))

    assert (at_once, shown(sample, address)) == (("OPEN", None), ("BACKORDER", "2026-03-05"))


def test_without_a_lead_time_there_is_no_date(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock, quantity=0)
    put_part(sqlite_database, sample.store, quantity=0)

    line = sample.post(printed_order()).json()["parts"][0]

    assert line["partsOrderLineStatus"] == "BACKORDER"
    assert "promiseDate" not in line
