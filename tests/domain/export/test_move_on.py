"""A named consumer is taken past what it has, and past nothing that may still wait for it."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from functools import partial

import pytest
import sqlalchemy as sa

from partscounter.database import Database, WriteTx
from partscounter.database.engine import open_database
from partscounter.domain import export, orders
from partscounter.domain.approvals import Approval, Side
from partscounter.domain.export import Consumer
from partscounter.domain.orders import Identity, Order, OrderDraft
from partscounter.kit.clock import FixedClock
from partscounter.subscriptions import enqueue_jobs
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place
from tests.make.order_export import fill, open_door
from tests.make.sales import add_approver, decide
from tests.make.web import until


def register(database: Database, counter: Counter) -> Consumer:
    registering = partial(export.register_consumer, dealer_id=counter.dealer.id, name="erp", with_past=True)
    return database.write(TESTER, registering)[0]


def mark(database: Database, consumer: Consumer, *numbers: str) -> int:
    """How many were newly marked."""
    marking = partial(export.mark_received, dealer_id=consumer.dealer_id, numbers=numbers, consumer=consumer)
    return database.write(TESTER, marking).newly


def move_on(database: Database, consumer: Consumer) -> Consumer:
    return database.write(TESTER, partial(export.move_on, consumer=consumer))


def waiting(database: Database, consumer: Consumer) -> Sequence[int]:
    with database.read() as tx:
        return [order.id for order in export.list_waiting(tx, consumer.dealer_id, after=0, consumer=consumer)]


def kept(database: Database) -> Consumer:
    """The only consumer, as it is stored."""
    with database.read() as tx:
        dealer_id = tx.connection.scalar(sa.text("SELECT dealer_id FROM export_consumers"))
        (found,) = export.list_consumers(tx, int(dealer_id or 0))
    return found


def test_passes_what_is_marked_up_to_the_first_that_waits(database: Database) -> None:
    counter = make_counter(database)
    first, second, third, fourth = (place(database, draft_order(counter, (None, 1))) for _ in range(4))
    consumer = register(database, counter)
    assert move_on(database, consumer) == consumer

    mark(database, consumer, first.number, second.number, fourth.number)
    moved = move_on(database, consumer)

    assert (moved.after_order, kept(database)) == (second.id, moved)
    assert waiting(database, moved) == waiting(database, consumer) == [third.id]
    assert move_on(database, moved) == moved
    assert mark(database, moved, first.number) == 0

    mark(database, moved, third.number)
    assert move_on(database, consumer).after_order == fourth.id
    assert waiting(database, kept(database)) == []


def test_passes_what_was_rejected_but_nothing_that_may_yet_be_approved(database: Database) -> None:
    counter = make_counter(database)
    add_approver(database, counter)
    rejected, pending = (place(database, draft_order(counter, (None, 7))) for _ in range(2))
    consumer = register(database, counter)
    decide(database, rejected, Side.CUSTOMER, Approval.REJECTED)

    moved = move_on(database, consumer)
    assert (moved.after_order, waiting(database, moved)) == (rejected.id, [])

    decide(database, pending, Side.CUSTOMER, Approval.APPROVED)
    assert waiting(database, moved) == [pending.id]


def test_passes_no_order_that_is_not_committed_yet(postgres_url: str, clock: FixedClock) -> None:
    """Its number is lower than that of one which is marked already."""
    with closing(open_database(postgres_url, clock, enqueue_jobs)) as database:
        check_that_it_waits(database)


def check_that_it_waits(database: Database) -> None:
    counter = make_counter(database)
    consumer = register(database, counter)
    has_number, may_commit = threading.Event(), threading.Event()

    def named(number: str) -> OrderDraft:
        return replace(draft_order(counter, (None, 1)), identity=Identity(number=number))

    def place_slowly(tx: WriteTx) -> Order:
        order = orders.submit_order(tx, named("SLOW"))
        has_number.set()
        assert may_commit.wait(timeout=30)
        return order

    def is_held_up() -> bool:
        with database.read() as tx:
            return bool(tx.connection.scalar(sa.text("SELECT count(*) FROM pg_locks WHERE NOT granted")))

    with ThreadPoolExecutor(2) as pool:
        placing = pool.submit(database.write, TESTER, place_slowly)
        assert has_number.wait(timeout=30)
        quick = place(database, named("QUICK"))
        mark(database, consumer, "QUICK")
        moving = pool.submit(move_on, database, consumer)
        until(lambda: moving.done() or is_held_up())
        assert not moving.done()
        may_commit.set()
        slow, moved = placing.result(), moving.result()

    assert slow.id < quick.id
    assert (moved, waiting(database, moved)) == (consumer, [slow.id])


@pytest.mark.parametrize(("marked", "passed"), [(999, 0), (1000, 1000), (2101, 2000)])
def test_a_marking_moves_on_by_whole_steps(
    sqlite_database: Database, clock: FixedClock, marked: int, passed: int
) -> None:
    door = open_door(sqlite_database, clock)
    consumer = register(sqlite_database, door.counter)
    fill(door, 2200)
    numbers = [f"N-{n}" for n in range(marked)]

    answer = door.client.post("/td00/ext/v2/orders/consumers/erp/new_orders", json=numbers)

    assert answer.headers["receipt-waiting"] == str(2201 - marked)
    with sqlite_database.read() as tx:
        left = export.count_waiting(tx, consumer.dealer_id, kept(sqlite_database))
        ids = list(tx.connection.scalars(sa.text("SELECT id FROM orders ORDER BY id")))
        assert left == export.count_waiting(tx, consumer.dealer_id, consumer)
        assert not export.is_behind(tx, kept(sqlite_database))
    assert kept(sqlite_database).after_order == (ids[passed - 1] if passed else 0)
