"""An update that names parts only stands for all that its status can still move."""

from dataclasses import replace

import pytest

from partscounter.database import Database
from partscounter.domain import fulfilment, orders
from partscounter.domain.fulfilment import PartNotOnDocument, TrackingStatus, TrackingUpdate, open_units
from partscounter.domain.orders import Quantities
from tests.make.counter import draft_order, make_counter, place, stock_item, stock_of
from tests.make.fulfilment import make_update, take

SPREAD = Quantities(
    open=1, backorder=2, reserved=4, issued=8, packed=16, in_transit=32, delivered=64, invoiced=128, cancelled=256
)


def naming(order: orders.Order, status: str, *numbers: str, tracking_id: str = "") -> TrackingUpdate:
    update = make_update(order, status, *((number, 1) for number in numbers), tracking_id=tracking_id)
    return replace(update, takes_what_is_open=True)


@pytest.mark.parametrize(
    ("status", "units"),
    [
        ("RP", 15),
        ("PA", 15),
        ("PS", 31),
        ("FS", 31),
        ("OC", 31),
        ("DL", 63),
        ("PU", 63),
        ("OH", 63),
        ("OR", 63),
        ("EX", 63),
    ],
)
def test_open_is_what_has_not_come_as_far_as_the_status_says(status: str, units: int) -> None:
    assert open_units(SPREAD, TrackingStatus(status)) == units


def test_each_update_moves_all_that_the_one_before_left(database: Database) -> None:
    counter = make_counter(database)
    item = stock_item(database, counter, quantity=10)
    order = place(database, draft_order(counter, (item, 10)))
    take(database, make_update(order, "PS", ("7654321", 6), tracking_id="1Z1"))

    shipped = take(database, naming(order, "FS", "7654321", tracking_id="1Z2"))
    delivered = take(database, naming(order, "DL", "7654321"))

    assert (shipped.warnings, delivered.warnings) == ((), ())
    assert shipped.order.lines[0].quantities == Quantities(in_transit=10)
    assert delivered.order.lines[0].quantities == Quantities(delivered=10)
    assert stock_of(database, item) == (0, 0)
    with database.read() as tx:
        kept = fulfilment.list_updates(tx, order.id)
    assert [update.parts[0].quantity for update in kept] == [6, 4, 10]


def test_a_part_of_which_nothing_is_left_is_taken_with_a_warning(database: Database) -> None:
    counter = make_counter(database)
    order = place(database, draft_order(counter, (stock_item(database, counter), 2)))
    take(database, make_update(order, "FS", ("7654321", 2), tracking_id="1Z1"))

    again = take(database, naming(order, "FS", "7654321", tracking_id="1Z2"))

    assert again.warnings == ("Nothing of 7654321 was left for this status.",)
    assert again.order.lines[0].quantities == Quantities(in_transit=2)
    assert again.order.lines[0].over_shipped == 0


def test_a_part_is_spread_over_all_its_lines_and_counted_once(database: Database) -> None:
    counter = make_counter(database)
    item = stock_item(database, counter, quantity=5)
    order = place(database, draft_order(counter, (item, 2), (item, 3)))

    after = take(database, naming(order, "FS", "7654321", "S-7654321", tracking_id="1Z1"))

    assert [line.quantities for line in after.order.lines] == [Quantities(in_transit=2), Quantities(in_transit=3)]
    assert after.warnings == ("Nothing of S-7654321 was left for this status.",)


def test_a_part_that_is_not_on_the_document_is_refused(database: Database) -> None:
    counter = make_counter(database)
    order = place(database, draft_order(counter, (stock_item(database, counter), 2)))

    with pytest.raises(PartNotOnDocument):
        take(database, naming(order, "DL", "7654321", "9999999"))

    with database.read() as tx:
        assert orders.get_order(tx, order.id) == order
        assert fulfilment.list_updates(tx, order.id) == []
