"""What a person at the desk does with an order."""

from dataclasses import replace
from datetime import date

import pytest

from partscounter.database import Database
from partscounter.domain import orders
from partscounter.domain.approvals import Approval, Side
from partscounter.domain.fulfilment import (
    AwaitsApproval,
    FulfilmentType,
    Shipment,
    TrackingStatus,
    desk,
    find_differences,
    list_updates,
)
from partscounter.domain.fulfilment.desk import Step, StepDraft, StepTaken
from partscounter.domain.orders import Order, Quantities
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place, stock_item, stock_of
from tests.make.fulfilment import make_update, take
from tests.make.order_desk import seen_of
from tests.make.sales import add_approver, decide, decisions_of, kinds_of, order_now


def step_draft(database: Database, order: Order, step: Step, *units: int, **more: object) -> StepDraft:
    """A step with so many units of each line, by somebody who sees the order as it is now."""
    by_line = {number: count for number, count in enumerate(units, start=1) if count}
    return StepDraft(order.id, step, seen_of(database, order), by_line, **more)  # type: ignore[arg-type]  # of any type


def take_step(database: Database, draft: StepDraft) -> StepTaken:
    return database.write(TESTER, lambda tx: desk.take_step(tx, draft))


def do(database: Database, order: Order, step: Step, *units: int, **more: object) -> StepTaken:
    return take_step(database, step_draft(database, order, step, *units, **more))


def units_of(database: Database, order: Order) -> list[Quantities]:
    return [line.quantities for line in order_now(database, order).lines]


def make_order(database: Database, quantity: int = 7, on_hand: int = 10) -> tuple[Counter, int, Order]:
    counter = make_counter(database)
    item = stock_item(database, counter, quantity=on_hand)
    return counter, item, place(database, draft_order(counter, (item, quantity)))


def test_units_go_the_whole_way(database: Database) -> None:
    _, item, order = make_order(database)

    do(database, order, Step.PICK, 7)
    picked = units_of(database, order)
    do(database, order, Step.PACK, 5)
    packed = units_of(database, order)
    shipped = do(database, order, Step.SHIP, 5, shipment=Shipment("UPS", date(2026, 3, 2), "Ground", "1Z9"))
    rest = do(database, order, Step.SHIP, 2)
    arrived = do(database, order, Step.DELIVER, 7)
    do(database, order, Step.INVOICE, 7)

    assert picked == [Quantities(issued=7)]
    assert packed == [Quantities(issued=2, packed=5)]
    assert shipped == StepTaken(status=TrackingStatus.PARTIALLY_SHIPPED)
    assert rest == StepTaken(status=TrackingStatus.FULLY_SHIPPED)
    assert arrived == StepTaken(status=TrackingStatus.DELIVERED)
    assert units_of(database, order) == [Quantities(invoiced=7)]
    assert stock_of(database, item) == (3, 0)
    assert kinds_of(database, order) == [
        "order.placed",
        "order.units_moved",
        "order.units_moved",
        "tracking.update_taken",
        "tracking.update_taken",
        "tracking.update_taken",
        "order.units_moved",
    ]
    with database.read() as tx:
        assert list(find_differences(tx)) == []


def test_what_is_packed_is_made_ready_without_being_moved(database: Database) -> None:
    _, _, order = make_order(database)
    do(database, order, Step.PACK, 5)

    partial = do(database, order, Step.READY, 5, type=FulfilmentType.PICKUP)
    whole = do(database, order, Step.READY, 7, type=FulfilmentType.PICKUP)

    assert (partial.status, whole.status) == (
        TrackingStatus.READY_FOR_PARTIAL_PICKUP,
        TrackingStatus.READY_FOR_PICKUP,
    )
    assert units_of(database, order) == [Quantities(packed=7)]


def test_a_cancellation_gives_the_stock_back(database: Database) -> None:
    _, item, order = make_order(database)

    do(database, order, Step.CANCEL, 3)

    assert units_of(database, order) == [Quantities(reserved=4, cancelled=3)]
    assert stock_of(database, item) == (10, 4)


def test_holding_names_what_has_not_arrived_and_moves_nothing(database: Database) -> None:
    _, _, order = make_order(database)

    held = do(database, order, Step.HOLD)

    with database.read() as tx:
        (update,) = list_updates(tx, order.id)
    assert held.status is TrackingStatus.ON_HOLD
    assert [(part.part_number, part.quantity) for part in update.parts] == [("S7654321", 7)]
    assert units_of(database, order) == [Quantities(reserved=7)]


def test_lines_of_one_part_are_told_apart(database: Database) -> None:
    counter = make_counter(database)
    item = stock_item(database, counter)
    order = place(database, draft_order(counter, (item, 2), (item, 3)))

    do(database, order, Step.SHIP, 0, 3)

    assert units_of(database, order) == [Quantities(reserved=2), Quantities(in_transit=3)]


def test_the_same_form_sent_twice_counts_once(database: Database) -> None:
    _, item, order = make_order(database)
    draft = step_draft(database, order, Step.SHIP, 2)

    first, second = take_step(database, draft), take_step(database, draft)

    assert (first.is_repeat, second.is_repeat) == (False, True)
    assert units_of(database, order) == [Quantities(reserved=5, in_transit=2)]
    assert stock_of(database, item) == (8, 5)
    assert kinds_of(database, order) == ["order.placed", "tracking.update_taken"]


def test_the_same_step_decided_on_anew_counts_again(database: Database) -> None:
    _, _, order = make_order(database)

    do(database, order, Step.SHIP, 2)
    again = do(database, order, Step.SHIP, 2)

    assert not again.is_repeat
    assert units_of(database, order) == [Quantities(reserved=3, in_transit=4)]


def test_what_was_undone_can_be_done_again(database: Database) -> None:
    _, _, order = make_order(database)
    steps = [Step.HOLD, Step.RELEASE] * 3

    taken = [do(database, order, step) for step in steps]

    assert [each.status for each in taken] == [TrackingStatus.ON_HOLD, TrackingStatus.RELEASED] * 3
    assert kinds_of(database, order) == ["order.placed", *["tracking.update_taken"] * 6]


def test_an_order_that_has_changed_meanwhile_is_left_alone(database: Database) -> None:
    _, _, order = make_order(database)
    draft = step_draft(database, order, Step.SHIP, 2)
    take(database, make_update(order, "OH", ("S7654321", 7)))

    with pytest.raises(desk.OrderChanged):
        take_step(database, draft)

    assert units_of(database, order) == [Quantities(reserved=7)]
    assert kinds_of(database, order) == ["order.placed", "tracking.update_taken"]


@pytest.mark.parametrize(
    ("step", "units", "more", "fields"),
    [
        (Step.SHIP, (8,), {}, ["units[1]"]),
        (Step.SHIP, (-1,), {}, ["units[1]"]),
        (Step.SHIP, (0, 1), {}, ["units[2]"]),
        (Step.SHIP, (), {}, ["units"]),
        (Step.INVOICE, (1,), {}, ["units[1]"]),
        (Step.SHIP, (1,), {"shipment": Shipment(tracking_id="1Z9")}, ["carrier"]),
        (Step.SHIP, (1,), {"shipment": Shipment("C" * 21, tracking_url="ftp://x")}, ["carrier", "tracking_url"]),
    ],
)
def test_what_cannot_be_done_is_named(
    sqlite_database: Database, step: Step, units: tuple[int, ...], more: dict[str, object], fields: list[str]
) -> None:
    _, _, order = make_order(sqlite_database)

    with pytest.raises(desk.InvalidStep) as refused:
        take_step(sqlite_database, step_draft(sqlite_database, order, step, *units, **more))

    assert [violation.field for violation in refused.value.violations] == fields
    assert order_now(sqlite_database, order) == order
    assert kinds_of(sqlite_database, order) == ["order.placed"]


@pytest.mark.parametrize("step", [Step.PICK, Step.PACK, Step.READY, Step.SHIP, Step.HAND_OVER, Step.DELIVER])
def test_nothing_is_handed_over_before_the_customer_agrees(sqlite_database: Database, step: Step) -> None:
    counter = make_counter(sqlite_database)
    add_approver(sqlite_database, counter, at_least="1")
    order = place(sqlite_database, draft_order(counter, (stock_item(sqlite_database, counter), 2)))

    with pytest.raises(AwaitsApproval):
        do(sqlite_database, order, step, 2)

    assert order_now(sqlite_database, order) == order


def test_by_shipping_the_dealer_agrees(database: Database) -> None:
    counter = make_counter(database)
    add_approver(database, counter, at_least="1")
    item = stock_item(database, counter)
    draft = replace(draft_order(counter, (item, 2)), channel=orders.Channel.SALE)
    order = place(database, draft)
    decide(database, order, Side.CUSTOMER, Approval.APPROVED)

    do(database, order, Step.SHIP, 2)

    assert decisions_of(database, order) == [("customer", "approved"), ("vendor", "approved")]
    assert order_now(database, order).vendor_status is Approval.APPROVED


def test_says_what_can_be_done(sqlite_database: Database) -> None:
    _, _, order = make_order(sqlite_database)
    before = desk.possible_steps(order)
    do(sqlite_database, order, Step.SHIP, 7)
    shipped = desk.possible_steps(order_now(sqlite_database, order))
    do(sqlite_database, order, Step.DELIVER, 7)
    arrived = desk.possible_steps(order_now(sqlite_database, order))

    assert before == [
        *(Step.PICK, Step.PACK, Step.READY, Step.SHIP, Step.HAND_OVER, Step.DELIVER),
        *(Step.CANCEL, Step.HOLD, Step.PROBLEM),
    ]
    assert shipped == [Step.HAND_OVER, Step.DELIVER, Step.INVOICE, Step.HOLD, Step.PROBLEM]
    assert arrived == [Step.INVOICE]


def test_proposes_what_is_here_and_not_what_is_on_back_order(sqlite_database: Database) -> None:
    _, _, order = make_order(sqlite_database, quantity=7, on_hand=5)
    quantities = order.lines[0].quantities

    assert quantities == Quantities(backorder=2, reserved=5)
    assert [desk.usual_units(quantities, step) for step in (Step.PICK, Step.SHIP, Step.CANCEL)] == [5, 5, 0]
    assert [desk.movable_units(quantities, step) for step in (Step.PICK, Step.SHIP, Step.CANCEL)] == [5, 7, 7]
