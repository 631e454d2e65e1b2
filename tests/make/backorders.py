"""Orders with units on back order, and the dates promised for them."""

from collections.abc import Sequence
from datetime import date

from partscounter.database import Database
from partscounter.domain import inventory, orders
from partscounter.domain.inventory import FedItem, PartTerms, Price
from partscounter.domain.orders import Order, Promise
from partscounter.kit.clock import FixedClock
from partscounter.settings import Settings
from partscounter.wire.order_export.render_push import render_push
from partscounter.worker.run import build_worker
from tests.make.app import make_app
from tests.make.counter import TESTER, Counter


def feed(database: Database, counter: Counter, quantity: int, *, lead_time: int | None = None) -> int:
    """Part S7654321 with `quantity` on hand; its item id."""
    fed = FedItem(
        inventory_id="1",
        brand_code="S",
        part_code="7654321",
        price=Price(each=None),
        terms=PartTerms(lead_time_days=lead_time),
        quantity=quantity,
    )
    database.write(TESTER, lambda tx: inventory.put_items(tx, counter.store, [fed]))
    with database.read() as tx:
        item = inventory.find_item(tx, counter.store.id, "1")
    assert item is not None
    return item.id


def promise(database: Database, order: Order, *days: date, reason: str = "") -> list[Promise]:
    """The promises made for the order's lines, one day for each."""
    numbered = dict(enumerate(days, start=1))
    return database.write(TESTER, lambda tx: orders.promise_lines(tx, order.id, numbered, reason=reason))


def ledger(database: Database, order: Order) -> Sequence[Promise]:
    with database.read() as tx:
        return orders.list_promises(tx, order.id)


def work(database: Database, clock: FixedClock, settings: Settings | None = None) -> None:
    """Run every job that is due."""
    worker = build_worker(make_app(database, clock, settings), render_push)
    while worker.run_due():
        pass
