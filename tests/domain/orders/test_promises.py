"""Dates promised for units on back order: each is kept, and a slip is told from what the customer knows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from partscounter.database import Database
from partscounter.domain import orders
from partscounter.domain.orders import InvalidPromise, NotOnBackOrder, Order, Promise, Telling, UnknownOrder
from partscounter.kit.clock import FixedClock
from tests.make.access import emitted
from tests.make.backorders import feed, ledger, promise
from tests.make.counter import TESTER, draft_order, make_counter, place
from tests.make.fulfilment import make_update, take


def short_order(database: Database, *, lead_time: int | None = None, **store: object) -> Order:
    """Ten pieces of a part of which four are there."""
    counter = make_counter(database, **store)
    return place(database, draft_order(counter, (feed(database, counter, 4, lead_time=lead_time), 10)))


def row(each: Promise) -> tuple[date | None, date, date, str]:
    return each.day_before, each.day, each.told, each.telling.value


def test_the_lead_time_is_promised_with_the_order(database: Database, clock: FixedClock) -> None:
    order = short_order(database, lead_time=3)

    (made,) = ledger(database, order)

    day = clock.now().date() + timedelta(days=3)
    assert row(made) == (None, day, day, "confirmation")
    assert (made.units, made.reason, made.actor, made.door, made.made_at) == (
        6,
        "lead time",
        TESTER.name,
        TESTER.door,
        clock.now(),
    )


@pytest.mark.parametrize("lead_time", [None, -1, 3651])
def test_without_a_usable_lead_time_nothing_is_promised(sqlite_database: Database, lead_time: int | None) -> None:
    assert ledger(sqlite_database, short_order(sqlite_database, lead_time=lead_time)) == []


def test_an_order_that_is_all_in_stock_is_promised_nothing(sqlite_database: Database) -> None:
    counter = make_counter(sqlite_database)
    order = place(sqlite_database, draft_order(counter, (feed(sqlite_database, counter, 10, lead_time=3), 10)))

    assert ledger(sqlite_database, order) == []


def test_every_promise_and_slip_is_kept(database: Database, clock: FixedClock) -> None:
    order = short_order(database)
    first = clock.now().date() + timedelta(days=10)
    earlier, between, later = (first + timedelta(days=days) for days in (-4, -2, 5))

    for day in (first, first, earlier, between, later):
        promise(database, order, day, reason="ship late")

    assert [row(each) for each in ledger(database, order)] == [
        (None, first, first, "mail"),
        (first, earlier, first, "nothing"),
        (earlier, between, first, "nothing"),
        (between, later, later, "mail"),
    ]
    assert [each.is_slip for each in ledger(database, order)] == [False, False, True, True]
    assert ledger(database, order)[3].told_before == first


def test_the_same_date_again_leaves_no_trace(database: Database, clock: FixedClock) -> None:
    order = short_order(database)
    day = clock.now().date()
    promise(database, order, day)
    before = emitted(database)

    assert promise(database, order, day) == []
    assert emitted(database) == before
    assert len(ledger(database, order)) == 1


def test_several_lines_are_one_event(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    item = feed(database, counter, 0)
    order = place(database, draft_order(counter, (item, 1), (item, 2)))
    day = clock.now().date() + timedelta(days=1)

    made = promise(database, order, day, day + timedelta(days=1))

    assert [each.line_number for each in made] == [1, 2]
    assert emitted(database)[-1][:2] == ("order.lines_promised", f"order:{order.id}")
    assert [kind for kind, *_ in emitted(database)].count("order.lines_promised") == 1
    with database.read() as tx:
        assert orders.promised_days(tx, orders.get_order(tx, order.id)) == {1: day, 2: day + timedelta(days=1)}


def test_a_line_that_waits_no_longer_has_no_date(database: Database) -> None:
    order = short_order(database, lead_time=3)
    take(database, make_update(order, "FS", ("7654321", 10)))

    with database.read() as tx:
        assert orders.promised_days(tx, orders.get_order(tx, order.id)) == {}
    assert len(ledger(database, order)) == 1


@pytest.mark.parametrize(
    ("line", "days", "field", "value"), [(2, 1, "line", 2), (1, -1, "date", "2026-03-01")], ids=["no line", "past"]
)
def test_refuses_what_cannot_be_promised(  # noqa: PLR0917 - two fixtures and what is sent
    database: Database, clock: FixedClock, line: int, days: int, field: str, value: object
) -> None:
    order = short_order(database)
    before = emitted(database)
    day = clock.now().date() + timedelta(days=days)

    with pytest.raises(InvalidPromise) as refused:
        database.write(TESTER, lambda tx: orders.promise_lines(tx, order.id, {line: day}))

    assert [(each.field, each.value) for each in refused.value.violations] == [(field, value)]
    assert (emitted(database), ledger(database, order)) == (before, [])


def test_what_is_not_on_back_order_is_not_promised(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    order = place(database, draft_order(counter, (feed(database, counter, 4), 4)))
    today = clock.now().date()

    with pytest.raises(NotOnBackOrder, match="No unit of line 1 is on back order"):
        promise(database, order, today)
    with pytest.raises(UnknownOrder):
        database.write(TESTER, lambda tx: orders.promise_lines(tx, order.id + 1, {1: today}))
    assert ledger(database, order) == []


def test_an_asynchronous_store_promises_when_it_reserves(database: Database) -> None:
    counter = make_counter(database)
    draft = draft_order(counter, (feed(database, counter, 4, lead_time=3), 10))
    order = place(database, replace(draft, reserve_later=True))
    assert ledger(database, order) == []

    for _ in range(2):
        database.write(TESTER, lambda tx: orders.reserve_order(tx, order.id))

    (made,) = ledger(database, order)
    assert (made.units, made.telling) == (6, Telling.MAIL)
