"""Each line counts once, by the first date that was promised for it; a slip does not make a promise kept."""

from datetime import date, timedelta

import pytest

from partscounter.database import Database
from partscounter.domain import orders
from partscounter.domain.orders import KeptCount
from partscounter.domain.orders.backorders.kept import Exit, Outcome, judge
from partscounter.kit.clock import FixedClock
from tests.make.backorders import feed, promise, work
from tests.make.counter import draft_order, make_counter, place
from tests.make.fulfilment import make_update, take

DUE = date(2026, 3, 10)
ON_TIME, TOO_LATE = Exit(DUE, is_cancelled=False), Exit(DUE + timedelta(days=1), is_cancelled=False)
WITHDRAWN, WITHDRAWN_LATE = Exit(DUE, is_cancelled=True), Exit(DUE + timedelta(days=1), is_cancelled=True)


@pytest.mark.parametrize(
    ("exits", "is_waiting", "days_after", "outcome"),
    [
        ([ON_TIME], False, 30, Outcome.KEPT),
        ([ON_TIME, WITHDRAWN], False, 30, Outcome.KEPT),
        ([ON_TIME, TOO_LATE], False, 30, Outcome.LATE),
        ([WITHDRAWN], False, 30, Outcome.WITHDRAWN),
        ([WITHDRAWN_LATE], False, 30, Outcome.LATE),
        ([], True, 0, Outcome.WAITING),
        ([ON_TIME], True, 0, Outcome.WAITING),
        ([], True, 1, Outcome.LATE),
    ],
)
def test_judges_a_promise(exits: list[Exit], days_after: int, outcome: Outcome, *, is_waiting: bool) -> None:
    assert judge(DUE, exits, is_waiting=is_waiting, today=DUE + timedelta(days=days_after)) is outcome


def test_counts_by_the_month_of_the_first_date(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    item = feed(database, counter, 0)
    served, slipped, cancelled, waiting = (place(database, draft_order(counter, (item, 1))) for _ in range(4))
    tomorrow = clock.now().date() + timedelta(days=1)
    for order in (served, slipped, cancelled):
        promise(database, order, tomorrow)
    promise(database, slipped, tomorrow + timedelta(days=9))
    promise(database, waiting, date(2026, 4, 2))
    take(database, make_update(cancelled, "OC", ("7654321", 1)))
    feed(database, counter, 1)
    work(database, clock)
    clock.advance(timedelta(days=2))
    feed(database, counter, 2)
    work(database, clock)

    with database.read() as tx:
        counted = orders.count_kept(tx, date(2026, 3, 1), date(2026, 5, 1))
        in_april = orders.count_kept(tx, date(2026, 4, 1), date(2026, 5, 1), counter.dealer.id)
        of_others = orders.count_kept(tx, date(2026, 3, 1), date(2026, 5, 1), counter.dealer.id + 1)

    march = KeptCount(date(2026, 3, 1), kept=1, late=1, waiting=0, withdrawn=1, slips=1)
    april = KeptCount(date(2026, 4, 1), kept=0, late=0, waiting=1, withdrawn=0, slips=0)
    assert (counted, in_april, of_others) == ([march, april], [april], [])
    assert (march.share_kept, april.share_kept) == (0.5, None)


def test_lists_what_is_overdue_the_longest_due_first(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    item = feed(database, counter, 0)
    first, second, third = (place(database, draft_order(counter, (item, 1))) for _ in range(3))
    today = clock.now().date()
    promise(database, first, today + timedelta(days=1))
    promise(database, second, today)
    promise(database, third, today)
    promise(database, third, today + timedelta(days=5))
    clock.advance(timedelta(days=2))

    with database.read() as tx:
        overdue = orders.list_overdue(tx, counter.dealer.id)

    assert [(order.id, each.day) for order, each in overdue] == [
        (second.id, today),
        (first.id, today + timedelta(days=1)),
    ]
