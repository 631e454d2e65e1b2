"""kill -9 of PostgreSQL under load: nothing that was acknowledged is lost, nothing that was sent again is doubled."""

import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from structlog.testing import capture_logs

from partscounter.database import Database
from partscounter.database.engine import open_database
from partscounter.database.postgres import postgres_engine
from partscounter.domain import fulfilment, notifications, orders
from partscounter.domain.access import Product
from partscounter.kit.clock import FixedClock
from partscounter.schema import metadata
from partscounter.subscriptions import enqueue_jobs
from tests.make.counter import stock_of
from tests.make.demo_process import until
from tests.make.postgres_process import PostgresProcess, run_postgres
from tests.property.model import Update
from tests.property.world import World

DEALERS, ORDERS_EACH, ON_THE_SHELF = 3, 12, 100
PATIENCE_SECONDS = 90
KILLS = 2


@pytest.fixture
def server(fast_folder: Path) -> Iterator[PostgresProcess]:
    with run_postgres(fast_folder / f"killed-{uuid.uuid4().hex}") as process:
        engine = postgres_engine(process.url)
        metadata.create_all(engine)
        engine.dispose()
        yield process


def test_a_killed_database_loses_and_doubles_nothing(server: PostgresProcess, clock: FixedClock) -> None:
    database = open_database(server.url, clock, enqueue_jobs)
    world = World(database, clock)
    acknowledged: list[int] = []
    with capture_logs(), _working(world), _dealers(world, acknowledged) as threads:
        for turn in range(1, KILLS + 1):
            until(lambda turn=turn: len(acknowledged) >= turn * 5, PATIENCE_SECONDS)
            server.kill()
            server.start()
        for thread in threads:
            thread.join(PATIENCE_SECONDS)

    assert len(set(acknowledged)) == DEALERS * ORDERS_EACH
    _check_orders(database, acknowledged)
    assert stock_of(database, world.items["main", "filter"]) == (ON_THE_SHELF - DEALERS * ORDERS_EACH, 0)
    world.wait(hours=1)
    world.work()
    _check_mails(world, acknowledged)
    database.close()


def _check_orders(database: Database, acknowledged: list[int]) -> None:
    with database.read() as tx:
        found = list(orders.iterate_orders(tx))
        assert {order.id for order in found} == set(acknowledged)
        assert {line.quantities.in_transit for order in found for line in order.lines} == {1}
        assert {len(fulfilment.list_updates(tx, order.id)) for order in found} == {1}
        assert orders.find_stock_differences(tx) == []
        assert list(fulfilment.find_differences(tx)) == []


def _check_mails(world: World, acknowledged: list[int]) -> None:
    """Every event was mailed. What was just being handed over when the database died goes again, as the same mail."""
    with world.database.read() as tx:
        due = {mail.message_id for each in acknowledged for mail in notifications.list_mails_of_order(tx, each)}
    assert len(due) == 2 * len(acknowledged)
    assert set(world.post.taken) == due
    assert len(world.post.taken) - len(due) <= KILLS


@contextmanager
def _working(world: World) -> Iterator[None]:
    """A worker that is not told of the database's troubles."""
    stop = threading.Event()
    worker = threading.Thread(target=world.worker.run, args=(stop,))
    worker.start()
    try:
        yield
        assert worker.is_alive()
    finally:
        stop.set()
        worker.join(PATIENCE_SECONDS)


@contextmanager
def _dealers(world: World, acknowledged: list[int]) -> Iterator[list[threading.Thread]]:
    """Each places orders and ships them, and sends again whatever got no answer."""
    assert world.count("main", "filter", ON_THE_SHELF).status_code == 200
    world.read(Product.ECAT, "/td00/ext/v2/orders/new_orders")
    threads = [threading.Thread(target=_trade, args=(world, name, acknowledged)) for name in range(DEALERS)]
    for thread in threads:
        thread.start()
    try:
        yield threads
    finally:
        for thread in threads:
            thread.join(PATIENCE_SECONDS)


def _trade(world: World, name: int, acknowledged: list[int]) -> None:
    for turn in range(ORDERS_EACH):
        key = f"{name}-{turn}"
        placed = _until_taken(lambda key=key: world.place("main", [("filter", 1)], key), 201)
        order = placed.json()["partsOrderId"]
        path = f"/td00/ext/v2/orders/{order}.json"
        document = _until_taken(lambda path=path: world.ask(Product.ECAT, "GET", path), 200).json()["document_number"]
        shipped = Update("PS", (("filter", 1),), f"1Z{key}")
        _until_taken(lambda document=document, shipped=shipped: world.track(document, shipped), 204)
        acknowledged.append(order)


def _until_taken(send: Callable[[], httpx.Response], status: int) -> httpx.Response:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while (answer := send()).status_code != status:
        assert answer.status_code >= 500, answer.text
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return answer
