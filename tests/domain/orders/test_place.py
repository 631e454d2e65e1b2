"""Placing an order holds stock, numbers it and stores it whole."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal

import pytest

from partscounter.database import Database
from partscounter.database.log import events_of
from partscounter.domain import inventory, orders
from partscounter.domain.inventory import NotAvailable
from partscounter.domain.orders import InvalidOrder, LineState, OrderState, Quantities
from partscounter.domain.orders.errors import KeyReused
from tests.make.counter import TESTER, draft_order, make_counter, place, stock_item, stock_of


def test_holds_what_is_there_and_puts_the_rest_on_back_order(database: Database) -> None:
    counter = make_counter(database)
    item = stock_item(database, counter, quantity=4)

    order = place(database, draft_order(counter, (item, 6)))

    assert order.lines[0].quantities == Quantities(reserved=4, backorder=2)
    assert order.lines[0].state == LineState.BACKORDER
    assert order.state == OrderState.IN_PROGRESS
    assert stock_of(database, item) == (4, 4)


def test_numbers_orders_by_prefix_day_and_count(database: Database) -> None:
    counter = make_counter(database)
    item = stock_item(database, counter)

    numbers = [place(database, draft_order(counter, (item, 1))).number for _ in range(2)]

    assert numbers == ["6385-030226-1", "6385-030226-2"]


def test_a_number_is_never_longer_than_order_tracking_takes(sqlite_database: Database) -> None:
    counter = make_counter(sqlite_database)
    draft = replace(draft_order(counter, (stock_item(sqlite_database, counter), 1)), number_prefix="C" * 64)

    first, second = place(sqlite_database, draft), place(sqlite_database, draft)
    again = sqlite_database.write(
        TESTER, lambda tx: orders.submit_order(tx, replace(draft, identity=orders.Identity(uuid=first.uuid)))
    )

    assert [first.document_number, second.document_number, again.document_number] == [
        "C" * 17 + "-030226-1",
        "C" * 17 + "-030226-2",
        "C" * 17 + "-030226-1-1",
    ]


def test_adds_up_to_the_cent(database: Database) -> None:
    counter = make_counter(database)

    order = place(database, draft_order(counter, (stock_item(database, counter), 3)))

    assert (order.subtotal, order.tax, order.total) == (Decimal("300.00"), Decimal("60.00"), Decimal("360.00"))


def test_reads_back_as_it_was_placed(database: Database) -> None:
    counter = make_counter(database)
    order = place(database, draft_order(counter, (stock_item(database, counter), 3)))

    with database.read() as tx:
        assert orders.get_order(tx, order.id) == order
        assert [event.kind for event in events_of(tx, f"order:{order.id}")] == ["order.placed"]


def test_refuses_an_order_without_lines_and_stores_nothing(database: Database) -> None:
    counter = make_counter(database)

    with pytest.raises(InvalidOrder):
        place(database, draft_order(counter))

    with database.read() as tx, pytest.raises(orders.UnknownOrder):
        orders.get_order(tx, 1)


def test_refuses_a_short_line_without_back_order_and_holds_nothing(database: Database) -> None:
    counter = make_counter(database)
    item = stock_item(database, counter, quantity=2)

    with pytest.raises(NotAvailable):
        place(database, draft_order(counter, (item, 3), back_order=False))

    assert stock_of(database, item) == (2, 0)


def test_orders_racing_for_the_last_piece_hold_it_once(database: Database) -> None:
    counter = make_counter(database)
    item = stock_item(database, counter, quantity=1)

    with ThreadPoolExecutor(8) as threads:
        placed = list(threads.map(lambda _: place(database, draft_order(counter, (item, 1))), range(8)))

    states = sorted(order.lines[0].state for order in placed)
    assert states == [LineState.BACKORDER] * 7 + [LineState.RESERVED]
    assert stock_of(database, item) == (1, 1)
    assert len({order.number for order in placed}) == 8


def test_resubmits_with_a_dash_number_and_frees_the_stock_of_the_first(database: Database) -> None:
    counter = make_counter(database)
    item = stock_item(database, counter, quantity=10)
    first = place(database, draft_order(counter, (item, 6), uuid="U1"))

    second = place(database, draft_order(counter, (item, 8), uuid="U1"))

    assert (second.number, second.uuid, second.revision) == (f"{first.number}-1", "U1", 1)
    assert second.id > first.id
    assert second.lines[0].quantities == Quantities(reserved=8)
    assert stock_of(database, item) == (10, 8)
    with database.read() as tx:
        assert orders.get_order(tx, first.id).lines[0].state == LineState.CANCELLED
        assert orders.get_order(tx, first.id).superseded_by == second.id


def test_leaves_the_first_alone_where_the_lines_were_replaced_wholesale(database: Database) -> None:
    counter = make_counter(database)
    item = stock_item(database, counter)
    other = stock_item(database, counter, inventory_id="2", part_code="999")
    first = place(database, draft_order(counter, (item, 6), uuid="U1"))

    second = place(database, draft_order(counter, (other, 1), part_code="999", uuid="U1"))

    with database.read() as tx:
        assert orders.get_order(tx, first.id).lines[0].state == LineState.RESERVED
    assert orders.is_replaced_wholesale(first, second)
    assert stock_of(database, item) == (10, 6)


def test_resubmissions_at_the_same_moment_get_numbers_of_their_own(database: Database) -> None:
    counter = make_counter(database)
    item = stock_item(database, counter)

    with ThreadPoolExecutor(6) as threads:
        placed = list(threads.map(lambda _: place(database, draft_order(counter, (item, 1), uuid="U1")), range(6)))

    original = min(placed, key=lambda order: order.id).number
    assert {order.number for order in placed} == {original, *(f"{original}-{n}" for n in range(1, 6))}
    assert stock_of(database, item) == (10, 1)


def test_does_once_what_one_key_asks_for(database: Database) -> None:
    counter = make_counter(database)
    item = stock_item(database, counter)

    def order_once(body: bytes) -> str:
        return database.write(
            TESTER,
            lambda tx: orders.once(
                tx,
                scope="s",
                key="k",
                body=body,
                do=lambda: orders.place_order(tx, draft_order(counter, (item, 1))).number,
            ),
        )

    with ThreadPoolExecutor(8) as threads:
        answers = set(threads.map(order_once, [b"one"] * 8))

    assert len(answers) == 1
    assert stock_of(database, item) == (10, 1)
    with pytest.raises(KeyReused):
        order_once(b"two")
    assert stock_of(database, item) == (10, 1)


def test_reserves_later_for_an_asynchronous_store_and_only_once(database: Database) -> None:
    counter = make_counter(database)
    item = stock_item(database, counter, quantity=2)
    order = place(database, replace(draft_order(counter, (item, 3)), reserve_later=True))
    assert order.state == OrderState.CREATED
    assert stock_of(database, item) == (2, 0)

    for _ in range(2):
        database.write(TESTER, lambda tx: orders.reserve_order(tx, order.id))

    with database.read() as tx:
        assert orders.get_order(tx, order.id).lines[0].quantities == Quantities(reserved=2, backorder=1)
        assert inventory.get_item(tx, item).available == 0
