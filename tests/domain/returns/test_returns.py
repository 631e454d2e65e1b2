"""Goods that come back: no unit is made or lost, and each is credited once."""

from datetime import timedelta
from decimal import Decimal

import pytest

from partscounter.database import Database
from partscounter.domain import fulfilment, orders, returns, sales
from partscounter.domain.orders import Order
from partscounter.domain.returns import (
    InvalidReturn,
    NotReturnable,
    Requester,
    ReturnState,
    ReturnTerms,
    TooManyReturned,
    WrongReturnState,
)
from partscounter.domain.sales import FixedAdjustment
from partscounter.kit.clock import FixedClock
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place, stock_item, stock_of
from tests.make.fulfilment import make_update, take
from tests.make.returns import ask, authorise, credit, receive
from tests.make.sales import order_now


@pytest.fixture
def counter(database: Database) -> Counter:
    return make_counter(database)


@pytest.fixture
def item(database: Database, counter: Counter) -> int:
    return stock_item(database, counter)


@pytest.fixture
def shipped(database: Database, counter: Counter, item: int) -> Order:
    """Seven of ten units at 100.00 with 20 % tax, all shipped."""
    order = place(database, draft_order(counter, (item, 7)))
    take(database, make_update(order, "FS", ("7654321", 7)))
    return order_now(database, order)


def set_terms(database: Database, counter: Counter, days: int | None = 14, percent: str = "0") -> None:
    terms = ReturnTerms(days, Decimal(percent))
    database.write(TESTER, lambda tx: returns.set_return_terms(tx, counter.dealer.id, terms))


def adjustments(database: Database, order: Order) -> list[tuple[str, str, str]]:
    """Name, amount and tax."""
    with database.read() as tx:
        return [(a.name, str(a.amount), str(a.tax)) for a in sales.load_adjustments(tx, [order.id])[order.id]]


def assert_books_agree(database: Database) -> None:
    with database.read() as tx:
        assert list(fulfilment.find_differences(tx)) == []
        assert orders.find_stock_differences(tx) == []
        assert returns.find_differences(tx) == []


def test_from_the_request_to_the_credit(database: Database, counter: Counter, item: int, shipped: Order) -> None:
    set_terms(database, counter, percent="10")

    goods = authorise(database, ask(database, shipped, 3))
    came = receive(database, goods, restock=2, scrap=1)
    done = credit(database, goods)

    assert (goods.number, goods.state, goods.note) == (f"RMA-{goods.id}", ReturnState.AUTHORISED, "by Friday")
    assert [(line.units, line.restocked, line.scrapped) for line in came.lines] == [(3, 2, 1)]
    assert done.state is ReturnState.CREDITED
    assert stock_of(database, item) == (5, 0)
    assert adjustments(database, shipped) == [
        ("Return credit", "-300.00", "-60.00"),
        ("Restocking fee", "30.00", "0.00"),
    ]
    assert order_now(database, shipped) == shipped
    assert_books_agree(database)


def test_tax_adds_up_over_several_returns(database: Database, counter: Counter, item: int) -> None:
    draft = draft_order(counter, (item, 3))
    order = place(database, draft)
    take(database, make_update(order, "FS", ("7654321", 3)))

    for _ in range(3):
        goods = authorise(database, ask(database, order, 1))
        receive(database, goods, restock=1)
        credit(database, goods)

    assert adjustments(database, order) == [("Return credit", "-100.00", "-20.00")] * 3
    assert stock_of(database, item) == (10, 0)


def test_no_more_comes_back_than_was_shipped(database: Database, shipped: Order) -> None:
    first = ask(database, shipped, 5)

    with pytest.raises(TooManyReturned):
        ask(database, shipped, 3)

    database.write(TESTER, lambda tx: returns.refuse_return(tx, first.id))
    second = authorise(database, ask(database, shipped, 7))
    receive(database, second, scrap=4)
    with pytest.raises(TooManyReturned):
        ask(database, shipped, 4)
    assert ask(database, shipped, 3).lines[0].units == 3
    assert_books_agree(database)


def test_what_was_not_shipped_does_not_come_back(database: Database, counter: Counter, item: int) -> None:
    order = place(database, draft_order(counter, (item, 7)))

    with pytest.raises(TooManyReturned):
        ask(database, order, 1)

    with database.read() as tx:
        assert returns.list_returns(tx, order.id) == []


@pytest.mark.parametrize("units", [{}, {2: 1}, {1: 0}, {1: -1}])
def test_a_request_that_names_nothing_is_refused(database: Database, shipped: Order, units: dict[int, int]) -> None:
    with pytest.raises(InvalidReturn):
        database.write(TESTER, lambda tx: returns.request_return(tx, shipped.id, units, requested_by=Requester.DEALER))
    with database.read() as tx:
        assert returns.list_returns(tx, shipped.id) == []


def test_customers_are_bound_by_the_dealers_days(
    database: Database, counter: Counter, shipped: Order, clock: FixedClock
) -> None:
    with pytest.raises(NotReturnable):
        ask(database, shipped, 1, Requester.CUSTOMER)
    set_terms(database, counter)
    clock.advance(timedelta(days=14))
    assert ask(database, shipped, 1, Requester.CUSTOMER).state is ReturnState.REQUESTED

    clock.advance(timedelta(seconds=1))
    with pytest.raises(NotReturnable):
        ask(database, shipped, 1, Requester.CUSTOMER)
    assert ask(database, shipped, 1, Requester.DEALER).state is ReturnState.REQUESTED


@pytest.mark.parametrize(("restock", "scrap"), [(0, 0), (4, 0), (2, 2), (-1, 2)])
def test_more_than_announced_or_nothing_is_not_received(
    database: Database, item: int, shipped: Order, restock: int, scrap: int
) -> None:
    goods = authorise(database, ask(database, shipped, 3))

    with pytest.raises(InvalidReturn):
        receive(database, goods, restock, scrap)

    assert stock_of(database, item) == (3, 0)
    with database.read() as tx:
        assert returns.get_return(tx, goods.id) == goods


def test_what_is_no_item_of_stock_is_scrapped_only(database: Database, counter: Counter) -> None:
    order = place(database, draft_order(counter, (None, 2)))
    take(database, make_update(order, "FS", ("7654321", 2)))
    goods = authorise(database, ask(database, order, 2))

    with pytest.raises(InvalidReturn):
        receive(database, goods, restock=1)

    assert receive(database, goods, scrap=2).state is ReturnState.RECEIVED


def test_each_step_is_taken_once_and_in_order(database: Database, shipped: Order) -> None:
    goods = ask(database, shipped, 1)
    for step in (receive, credit):
        with pytest.raises((WrongReturnState, InvalidReturn)):
            step(database, goods)
    authorise(database, goods)
    with pytest.raises(WrongReturnState):
        authorise(database, goods)
    receive(database, goods, scrap=1)
    with pytest.raises(WrongReturnState):
        receive(database, goods, scrap=1)
    with pytest.raises(WrongReturnState):
        database.write(TESTER, lambda tx: returns.withdraw_return(tx, goods.id))
    credit(database, goods)
    with pytest.raises(WrongReturnState):
        credit(database, goods)
    assert len(adjustments(database, shipped)) == 1


def test_a_credit_cannot_be_taken_off_by_hand(database: Database, shipped: Order) -> None:
    goods = authorise(database, ask(database, shipped, 1))
    receive(database, goods, scrap=1)
    credit(database, goods)
    with database.read() as tx:
        (made,) = sales.load_adjustments(tx, [shipped.id])[shipped.id]

    with pytest.raises(FixedAdjustment):
        database.write(TESTER, lambda tx: sales.remove_adjustment(tx, shipped.id, made.id, reason="oops"))

    assert len(adjustments(database, shipped)) == 1


def test_lists_and_counts_returns_by_dealer_and_state(database: Database, counter: Counter, shipped: Order) -> None:
    first, second = ask(database, shipped, 1), ask(database, shipped, 1)
    authorise(database, first)

    def listed(**wanted: object) -> list[int]:
        with database.read() as tx:
            return [each.id for each in returns.list_newest_returns(tx, **wanted)]  # type: ignore[arg-type]  # of any type

    own, foreign = frozenset({counter.dealer.id}), frozenset({counter.dealer.id + 1})
    assert listed() == listed(dealers=own) == [second.id, first.id]
    assert listed(dealers=foreign) == []
    assert listed(state=ReturnState.AUTHORISED) == listed(before=second.id) == [first.id]
    assert listed(limit=1) == [second.id]
    with database.read() as tx:
        assert returns.count_returns(tx, own) == {ReturnState.REQUESTED: 1, ReturnState.AUTHORISED: 1}
        assert returns.count_returns(tx, foreign) == {}
