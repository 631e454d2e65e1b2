"""The serial number of a machine in its orders."""

from dataclasses import replace

from partscounter.database import Database
from partscounter.domain import orders
from partscounter.domain.orders import VehicleReference
from tests.make.counter import draft_order, make_counter, place, stock_item

LOADER = "F2600123"


def test_an_order_carries_the_serial_number_and_is_found_by_it(database: Database) -> None:
    counter = make_counter(database)
    item = stock_item(database, counter)
    first = place(database, orders.refer_to_machine(draft_order(counter, (item, 1), (None, 2)), LOADER))
    second = place(database, orders.refer_to_machine(draft_order(counter, (item, 1)), "f2600-123"))
    place(database, draft_order(counter, (item, 1)))

    assert [line.vehicle_references for line in first.lines] == [(VehicleReference("SERIALNUMBER", LOADER),)] * 2
    with database.read() as tx:
        assert orders.list_orders_of_machine(tx, LOADER) == [second, first]
        assert orders.list_orders_of_machine(tx, LOADER, limit=1) == [second]
        assert orders.list_orders_of_machine(tx, LOADER, customer_id=counter.customer.id) == [second, first]
        assert orders.list_orders_of_machine(tx, LOADER, customer_id=counter.customer.id + 1) == []
        assert orders.list_orders_of_machine(tx, LOADER, dealer_ids={counter.dealer.id}) == [second, first]
        assert orders.list_orders_of_machine(tx, LOADER, dealer_ids=()) == []
        assert orders.list_orders_of_machine(tx, "F2600124") == []


def test_what_a_line_says_of_its_machine_stays(sqlite_database: Database) -> None:
    draft = draft_order(make_counter(sqlite_database), (None, 1), (None, 1))
    key, other = VehicleReference("KEYNUMBER", "K1"), VehicleReference("SerialNumber", "OTHER1")
    own = replace(draft.lines[0], vehicle_references=(other,))
    draft = replace(draft, lines=(own, replace(draft.lines[1], vehicle_references=(key,))))

    referring = orders.refer_to_machine(draft, LOADER)

    assert [line.vehicle_references for line in referring.lines] == [
        (other,),
        (key, VehicleReference("SERIALNUMBER", LOADER)),
    ]


def test_an_order_that_was_submitted_again_counts_once(database: Database) -> None:
    counter = make_counter(database)
    draft = orders.refer_to_machine(draft_order(counter, (None, 1), uuid="A1"), LOADER)
    place(database, draft)
    again = place(database, draft)

    assert again.revision == 1
    with database.read() as tx:
        assert orders.list_orders_of_machine(tx, LOADER) == [again]
