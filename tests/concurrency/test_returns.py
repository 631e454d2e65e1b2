"""Returns and cores at the same moment: each unit comes back once and is credited once."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial

import pytest

from partscounter.database import Database
from partscounter.domain import cores, returns, sales
from partscounter.domain.cores import Grade
from partscounter.domain.orders import Order
from partscounter.kit.clock import FixedClock
from partscounter.kit.refusal import Refusal
from tests.make.cores import bring, ledger, place_with_core, set_terms
from tests.make.counter import TESTER, draft_order, make_counter, place, stock_item, stock_of
from tests.make.fulfilment import make_update, take
from tests.make.returns import ask, authorise, credit, receive
from tests.make.sales import order_now

AT_ONCE = 8


def done(step: Callable[[], object]) -> int:
    """How many of some that did `step` at the same moment were not refused."""
    together = threading.Barrier(AT_ONCE)

    def attempt(_: int) -> bool:
        together.wait(timeout=30)
        try:
            step()
        except Refusal:
            return False
        return True

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(attempt, range(AT_ONCE))).count(True)


@pytest.fixture
def shipped(database: Database) -> tuple[Order, int]:
    counter = make_counter(database)
    item = stock_item(database, counter)
    order = place(database, draft_order(counter, (item, 7)))
    take(database, make_update(order, "FS", ("7654321", 7)))
    return order_now(database, order), item


def test_the_last_units_are_asked_for_once(database: Database, shipped: tuple[Order, int]) -> None:
    order, _ = shipped

    assert done(lambda: ask(database, order, 3)) == 2

    with database.read() as tx:
        assert len(returns.list_returns(tx, order.id)) == 2
        assert returns.find_differences(tx) == []


def test_a_return_is_received_and_credited_once(database: Database, shipped: tuple[Order, int]) -> None:
    order, item = shipped
    goods = authorise(database, ask(database, order, 2))

    assert done(lambda: receive(database, goods, restock=2)) == 1
    assert stock_of(database, item) == (5, 0)
    assert done(lambda: credit(database, goods)) == 1
    with database.read() as tx:
        assert len(sales.load_adjustments(tx, [order.id])[order.id]) == 1


def test_a_core_is_credited_once(database: Database) -> None:
    order = place_with_core(database, make_counter(database), None, units=3)

    assert done(lambda: bring(database, order, 1, Grade.FULL)) == 3

    found = ledger(database, order)
    assert (found.outstanding_units, found.credited) == (0, found.deposited)


def test_an_adjustment_is_taken_off_once(database: Database, shipped: tuple[Order, int]) -> None:
    order, _ = shipped
    draft = sales.AdjustmentDraft(name="Freight", amount=order.subtotal, reason="one pallet")
    made = database.write(TESTER, lambda tx: sales.add_adjustment(tx, order.id, draft))

    take_off = partial(sales.remove_adjustment, order_id=order.id, adjustment_id=made.id, reason="wrong")
    assert done(lambda: database.write(TESTER, take_off)) == 1


def test_overdue_cores_are_closed_once(database: Database, clock: FixedClock) -> None:
    counter = make_counter(database)
    set_terms(database, counter, days=1)
    order = place_with_core(database, counter, stock_item(database, counter), units=3)
    take(database, make_update(order, "FS", ("7654321", 3)))
    clock.advance(timedelta(days=2))

    done(lambda: database.write(TESTER, cores.close_overdue))

    found = ledger(database, order)
    assert (found.outstanding_units, found.kept) == (0, found.deposited)
    assert [entry.kind.value for entry in found.entries] == ["deposit", "due", "overdue"]
