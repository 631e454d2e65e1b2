"""The history alone tells all that is stored of an order's way and of its returns; what changed unseen is shown."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from partscounter.database import Database
from partscounter.database.log import events_of
from partscounter.domain import fulfilment, returns
from partscounter.domain.approvals import Approval, Side
from partscounter.domain.fulfilment import Difference
from partscounter.domain.orders import Channel, Order, Quantities
from partscounter.domain.orders.tables import order_lines, orders
from partscounter.domain.returns.tables import goods_return_lines, goods_returns
from partscounter.kit.clock import FixedClock
from tests.make.counter import TESTER, draft_order, make_counter, place, stock_item
from tests.make.fulfilment import make_update, take
from tests.make.returns import ask, authorise, receive
from tests.make.sales import add_approver, decide, order_now


@pytest.fixture
def shipped(database: Database, clock: FixedClock) -> Order:
    """Bought through another shop and agreed to by both sides; one unit too many was shipped, and two came back."""
    counter = make_counter(database)
    add_approver(database, counter)
    draft = replace(draft_order(counter, (stock_item(database, counter), 7)), channel=Channel.SALE)
    order = place(database, draft)
    decide(database, order, Side.CUSTOMER, Approval.APPROVED)
    take(database, make_update(order, "OC", ("7654321", 1)))
    clock.advance(timedelta(hours=1))
    take(database, make_update(order, "FS", ("7654321", 7)))
    clock.advance(timedelta(hours=1))
    take(database, make_update(order, "DL", ("7654321", 6)))
    receive(database, authorise(database, ask(database, order, 2)), restock=1, scrap=1)
    return order_now(database, order)


def differences(database: Database) -> list[Difference]:
    with database.read() as tx:
        return list(fulfilment.find_differences(tx))


def spoil(database: Database, table: sa.Table, **values: object) -> None:
    database.write(TESTER, lambda tx: tx.connection.execute(sa.update(table).values(**values)))


def test_the_history_tells_everything(database: Database, shipped: Order) -> None:
    with database.read() as tx:
        told = fulfilment.rebuild_order(events_of(tx, f"order:{shipped.id}"))
        assert returns.find_unlike_history(tx) == []

    assert told.quantities == {1: Quantities(delivered=6, cancelled=1)}
    assert told.over_shipped == {1: 1}
    assert told.tracking_status == "DL"
    assert told.approvals == {"vendor": "approved", "customer": "approved"}
    assert told.closed_at == shipped.closed_at == shipped.placed_at + timedelta(hours=1)
    assert differences(database) == []


@pytest.mark.parametrize(
    ("column", "spoiled", "told"),
    [
        ("tracking_status", "OH", "DL"),
        ("vendor_status", "pending", "approved"),
        ("customer_status", "rejected", "approved"),
    ],
)
def test_shows_a_status_that_was_changed_unseen(
    database: Database, shipped: Order, column: str, spoiled: str, told: str
) -> None:
    spoil(database, orders, **{column: spoiled})

    assert differences(database) == [Difference(shipped.id, column.replace("_", " "), spoiled, told)]


def test_shows_since_when_nothing_is_left_to_ship(database: Database, shipped: Order) -> None:
    spoil(database, orders, closed_at=None)

    assert differences(database) == [Difference(shipped.id, "closed", None, shipped.closed_at)]


def test_shows_units_that_went_elsewhere(database: Database, shipped: Order) -> None:
    spoil(database, order_lines, delivered=5, invoiced=1, over_shipped=0)

    assert differences(database) == [
        Difference(shipped.id, "line 1", Quantities(delivered=5, invoiced=1, cancelled=1), shipped.lines[0].quantities),
        Difference(shipped.id, "line 1 over-shipped", 0, 1),
    ]


@pytest.mark.parametrize(
    ("table", "values"), [(goods_returns, {"state": "credited"}), (goods_return_lines, {"scrapped": 0})]
)
def test_shows_a_return_that_was_changed_unseen(
    database: Database, shipped: Order, table: sa.Table, values: dict[str, Any]
) -> None:
    before = ("received", [[1, 2, 1, 1]])
    spoil(database, table, **values)

    with database.read() as tx:
        (found,) = returns.find_unlike_history(tx)
        (goods,) = returns.list_returns(tx, shipped.id)

    assert found.number == goods.number
    assert (found.rebuilt, found.stored == before) == (before, False)


def test_a_document_that_waits_is_told_as_waiting(database: Database) -> None:
    counter = make_counter(database)
    add_approver(database, counter)
    order = place(database, replace(draft_order(counter, (None, 7)), channel=Channel.SALE))

    with database.read() as tx:
        told = fulfilment.rebuild_order(events_of(tx, f"order:{order.id}"))

    assert told.approvals == {"vendor": "pending", "customer": "pending"}
    assert differences(database) == []
