"""Verbs of one order that meet each other: whichever comes first, no unit is lost, made, or sold twice."""

from dataclasses import replace
from functools import partial

import pytest

from partscounter.database import Database
from partscounter.database.log import events_of
from partscounter.domain import fulfilment, notifications, orders
from partscounter.domain.inventory import NotAvailable
from partscounter.domain.orders import Order
from tests.make.at_once import at_once
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place, stock_item, stock_of
from tests.make.fulfilment import make_update, take

ROUNDS = 5


@pytest.fixture
def counter(database: Database) -> Counter:
    return make_counter(database)


def read(database: Database, order: Order) -> Order:
    with database.read() as tx:
        return orders.get_order(tx, order.id)


def event_of(database: Database, order: Order) -> int:
    with database.read() as tx:
        (event,) = events_of(tx, f"order:{order.id}")
    return event.id


def check_books(database: Database) -> None:
    with database.read() as tx:
        assert orders.find_stock_differences(tx) == []
        assert list(fulfilment.find_differences(tx)) == []


def test_the_last_unit_is_held_for_one_order(database: Database, counter: Counter) -> None:
    for turn in range(ROUNDS):
        item_id = stock_item(database, counter, inventory_id=str(turn), part_code=f"P{turn}", quantity=1)
        draft = draft_order(counter, (item_id, 1), part_code=f"P{turn}", back_order=False)

        outcomes = at_once(*[partial(place, database, draft)] * 4)

        assert sorted(isinstance(outcome, NotAvailable) for outcome in outcomes) == [False, True, True, True]
        assert stock_of(database, item_id) == (1, 1)


def test_a_unit_is_either_shipped_or_cancelled(database: Database, counter: Counter) -> None:
    for turn in range(ROUNDS):
        item_id = stock_item(database, counter, inventory_id=str(turn), part_code=f"P{turn}", quantity=10)
        order = place(database, draft_order(counter, (item_id, 10), part_code=f"P{turn}"))
        ships = make_update(order, "PS", (f"SP{turn}", 7), tracking_id="1Z1")
        cancels = make_update(order, "OC", (f"SP{turn}", 6))

        at_once(partial(take, database, ships), partial(take, database, cancels))

        (line,) = read(database, order).lines
        shipped_first = {"in_transit": 7, "cancelled": 3}
        cancelled_first = {"in_transit": 4, "cancelled": 6}
        went = (dict(line.quantities.as_data()), line.over_shipped, stock_of(database, item_id))
        assert went in [(shipped_first, 0, (3, 0)), (cancelled_first, 3, (3, 0))]
    check_books(database)


def test_an_order_that_ships_while_it_is_submitted_again(database: Database, counter: Counter) -> None:
    for turn in range(ROUNDS):
        item_id = stock_item(database, counter, inventory_id=str(turn), part_code=f"P{turn}", quantity=10)
        draft = draft_order(counter, (item_id, 10), part_code=f"P{turn}", uuid=f"UUID-{turn}")
        first = place(database, draft)
        ships = make_update(first, "PS", (f"SP{turn}", 4), tracking_id="1Z1")

        at_once(partial(take, database, ships), partial(place, database, draft))

        (line,) = read(database, first).lines
        went = (dict(line.quantities.as_data()), line.over_shipped)
        assert went in [({"in_transit": 4, "cancelled": 6}, 0), ({"cancelled": 10}, 4)]
        on_hand, held = stock_of(database, item_id)
        assert (on_hand, held) in [(6, 6), (10, 10)]
    check_books(database)


def test_stock_is_reserved_once_and_not_for_what_is_cancelled(database: Database, counter: Counter) -> None:
    for turn in range(ROUNDS):
        item_id = stock_item(database, counter, inventory_id=str(turn), part_code=f"P{turn}", quantity=10)
        draft = replace(draft_order(counter, (item_id, 8), part_code=f"P{turn}"), reserve_later=True)
        order = place(database, draft)
        reserve = partial(database.write, TESTER, partial(orders.reserve_order, order_id=order.id))
        cancel = partial(take, database, make_update(order, "OC", (f"SP{turn}", 5)))

        at_once(reserve, cancel, reserve)

        (line,) = read(database, order).lines
        assert dict(line.quantities.as_data()) == {"reserved": 3, "cancelled": 5}
        assert stock_of(database, item_id) == (10, 3)
    check_books(database)


def test_submissions_of_one_new_uuid_are_one_order_and_its_revisions(database: Database, counter: Counter) -> None:
    item_id = stock_item(database, counter)
    draft = draft_order(counter, (item_id, 3), uuid="UUID")

    at_once(*[partial(place, database, draft)] * 5)

    with database.read() as tx:
        submissions = orders.list_submissions(tx, counter.dealer.id, "UUID")
    assert [each.revision for each in submissions] == [0, 1, 2, 3, 4]
    assert [each.superseded_by for each in submissions] == [each.id for each in submissions[1:]] + [None]
    assert [each.is_void for each in submissions] == [True] * 4 + [False]
    assert stock_of(database, item_id) == (10, 3)
    check_books(database)


def test_submissions_over_the_same_items_in_opposite_order_all_end(database: Database, counter: Counter) -> None:
    first, second = (
        stock_item(database, counter, inventory_id=name, part_code=name, quantity=100) for name in ("A", "B")
    )
    one, other = draft_order(counter, (first, 2), (second, 1)), draft_order(counter, (second, 1), (first, 2))
    named = [replace(draft, identity=replace(draft.identity, uuid=name)) for name, draft in (("1", one), ("2", other))]
    for draft in named:
        place(database, draft)

    at_once(*[partial(place, database, draft) for draft in (*named, one, other) * 2])

    assert [stock_of(database, item_id) for item_id in (first, second)] == [(100, 12), (100, 6)]
    check_books(database)


def test_one_event_is_one_mail_whoever_writes_it(database: Database, counter: Counter) -> None:
    for _ in range(ROUNDS):
        order = place(database, draft_order(counter, (None, 1)))
        prepare = partial(
            notifications.prepare_mail, event_id=event_of(database, order), order_id=order.id, update_id=None
        )

        mails = at_once(*[partial(database.write, TESTER, prepare)] * 4)

        with database.read() as tx:
            (kept,) = notifications.list_mails_of_order(tx, order.id)
        assert mails == [kept] * 4
