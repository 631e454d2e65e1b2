"""Stock that arrives goes to the orders that wait for it, the oldest first, and is never promised twice."""

import pytest

from partscounter.database import Database
from partscounter.domain import fulfilment, orders
from partscounter.domain.orders import Order
from partscounter.kit.clock import FixedClock
from tests.make.backorders import feed, work
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place, stock_of
from tests.make.fulfilment import make_update, take
from tests.make.jobs import all_jobs


@pytest.fixture
def counter(database: Database) -> Counter:
    return make_counter(database)


def held(database: Database, *placed: Order) -> list[tuple[int, int]]:
    """(reserved, on back order) of each order's first line."""
    with database.read() as tx:
        lines = [orders.get_order(tx, each.id).lines[0].quantities for each in placed]
    return [(each.reserved, each.backorder) for each in lines]


def books_are_right(database: Database) -> bool:
    with database.read() as tx:
        return not orders.find_stock_differences(tx) and not list(fulfilment.find_differences(tx))


def test_the_oldest_order_is_served_first(database: Database, clock: FixedClock, counter: Counter) -> None:
    item = feed(database, counter, 1)
    placed = [place(database, draft_order(counter, (item, units))) for units in (4, 3, 1)]

    feed(database, counter, 5)
    work(database, clock)

    assert held(database, *placed) == [(4, 0), (1, 2), (0, 1)]
    assert stock_of(database, item) == (5, 5)

    feed(database, counter, 8)
    work(database, clock)

    assert held(database, *placed) == [(4, 0), (3, 0), (1, 0)]
    assert stock_of(database, item) == (8, 8)
    assert books_are_right(database)


def test_a_younger_order_does_not_overtake_one_that_is_still_short(database: Database, counter: Counter) -> None:
    item = feed(database, counter, 0)
    older, younger = (place(database, draft_order(counter, (item, units))) for units in (3, 1))

    feed(database, counter, 2)

    with database.read() as tx:
        assert orders.list_waiting_orders(tx, item) == [older.id, younger.id]
    assert database.write(TESTER, lambda tx: orders.reserve_arrived(tx, older.id, item)) is False
    assert held(database, older, younger) == [(2, 1), (0, 1)]


def test_a_second_run_finds_the_work_done(database: Database, counter: Counter) -> None:
    item = feed(database, counter, 0)
    order = place(database, draft_order(counter, (item, 3)))
    feed(database, counter, 5)

    for _ in range(2):
        assert database.write(TESTER, lambda tx: orders.reserve_arrived(tx, order.id, item)) is True

    assert held(database, order) == [(3, 0)]
    assert stock_of(database, item) == (5, 3)


def test_what_a_cancelled_order_gives_back_goes_to_the_next(
    database: Database, clock: FixedClock, counter: Counter
) -> None:
    item = feed(database, counter, 2)
    first, second = (place(database, draft_order(counter, (item, 2))) for _ in range(2))

    take(database, make_update(first, "OC", ("7654321", 2)))
    work(database, clock)

    assert held(database, first, second) == [(0, 0), (2, 0)]
    assert stock_of(database, item) == (2, 2)
    assert books_are_right(database)


def test_two_lines_of_one_order_share_what_arrives(database: Database, clock: FixedClock, counter: Counter) -> None:
    item = feed(database, counter, 0)
    order = place(database, draft_order(counter, (item, 2), (item, 2)))

    feed(database, counter, 3)
    work(database, clock)

    with database.read() as tx:
        lines = orders.get_order(tx, order.id).lines
    assert [(line.quantities.reserved, line.quantities.backorder, line.allocated) for line in lines] == [
        (2, 0, 2),
        (1, 1, 1),
    ]
    assert books_are_right(database)


def test_stock_that_nobody_waits_for_causes_no_job(database: Database, counter: Counter) -> None:
    place(database, draft_order(counter, (feed(database, counter, 5), 3)))
    feed(database, counter, 9)

    assert "reserve_arrived" not in {job.kind for job in all_jobs(database)}
