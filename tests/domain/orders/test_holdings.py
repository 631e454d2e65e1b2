"""Which orders hold or wait for an item."""

from partscounter.database import Database
from partscounter.domain import orders
from tests.make.counter import draft_order, make_counter, place, stock_item


def test_orders_that_hold_or_wait_are_named_the_newest_first(database: Database) -> None:
    counter = make_counter(database)
    item_id = stock_item(database, counter, quantity=5)
    idle = stock_item(database, counter, inventory_id="2", part_code="2")
    first = place(database, draft_order(counter, (item_id, 3)))
    second = place(database, draft_order(counter, (item_id, 3)))
    with database.read() as tx:
        found = orders.list_holdings(tx, item_id)

        assert [(each.order_id, each.held, each.waiting) for each in found] == [(second.id, 2, 1), (first.id, 3, 0)]
        assert [each.number for each in found] == [second.number, first.number]
        assert orders.list_holdings(tx, item_id, limit=1) == found[:1]
        assert orders.list_holdings(tx, idle) == []
