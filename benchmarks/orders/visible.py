"""How long after its answer an update shows: in the order, in Parts Orders, in the queue and among the mails."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import httpx

from benchmarks.orders.load import fixed_rate
from benchmarks.orders.serving import Serving, counter, worker
from benchmarks.orders.tracking import Plan, fill
from benchmarks.orders.world import ADMIN, SHIPPED_PARTS, World, updates
from partscounter.database import Database
from partscounter.database.engine import open_database
from partscounter.domain import orders
from partscounter.domain.notifications.store import mails_of_order
from partscounter.jobs.due import any_due
from partscounter.kit.clock import SystemClock
from partscounter.subscriptions import SEND_MAIL

PROBES = 12
_LOADED = 20
_PATIENCE_SECONDS = 60
Shown = Callable[[int], object]


def measure_visibility(folder: Path, per_second: float = 20) -> list[str]:
    """Probe some orders while updates of others arrive at a fixed rate over 16 connections."""
    url = f"sqlite:///{folder / 'partscounter.db'}"
    world = fill(url, Plan(orders=_LOADED + PROBES, long_orders=0, rounds=0, seconds=0))
    database = open_database(url, SystemClock())
    try:
        with counter(folder, log=folder / "web.log") as serving, worker(folder, log=folder / "worker.log"):
            _until(lambda: not _waits(database))
            with _load(serving, world, per_second):
                took = _probe(serving, world, database)
    finally:
        database.close()
    return [
        f"| shown, at {per_second:g} other updates a second | median ms | most ms |",
        "|---|---|---|",
        *(f"| {name} | {median(each) * 1000:.0f} | {max(each) * 1000:.0f} |" for name, each in took.items()),
    ]


def _probe(serving: Serving, world: World, database: Database) -> dict[str, list[float]]:
    base = f"http://127.0.0.1:{serving.port}"
    probed = world.documents[_LOADED:]
    took: dict[str, list[float]] = {}
    with httpx.Client(base_url=base, auth=ADMIN) as export, httpx.Client(base_url=base) as other:
        views: dict[str, Shown] = {
            "order export GET": lambda id_: export.get(f"/bench/ext/v2/orders/{id_}.json").raise_for_status().text,
            "Parts Orders GET": lambda id_: (
                other.get(
                    f"/bench/main/v1/parts-orders/{id_}", headers={"Authorization": f"Bearer {world.parts_token}"}
                )
                .raise_for_status()
                .text
            ),
            "mail made by the worker": lambda id_: _mails(database, id_),
        }
        for document, body in zip(probed, updates(probed, SHIPPED_PARTS, "probe"), strict=False):
            order_id = _order_id(database, world, document)
            before = {name: view(order_id) for name, view in views.items()}
            _post(other, world, body)
            answered = time.perf_counter()
            for name, view in views.items():
                _until_other(view, order_id, before[name])
                took.setdefault(name, []).append(time.perf_counter() - answered)
    return took


def _post(client: httpx.Client, world: World, body: bytes) -> None:
    headers = {"Authorization": f"Bearer {world.token}", "Content-Type": "application/json"}
    address = "/eCommerce/orderTracking/v3/tracking?storeId=21801"
    client.post(address, content=body, headers=headers).raise_for_status()


def _order_id(database: Database, world: World, document: str) -> int:
    with database.read() as tx:
        order = orders.find_order_by_document(tx, world.dealer_id, document)
    if order is None:
        raise LookupError(document)
    return order.id


def _mails(database: Database, order_id: int) -> int:
    with database.read() as tx:
        return len(mails_of_order(tx, order_id))


def _waits(database: Database) -> bool:
    with database.read() as tx:
        return any_due(tx, [SEND_MAIL])


@contextmanager
def _load(serving: Serving, world: World, per_second: float) -> Iterator[None]:
    bodies = updates(world.documents[:_LOADED], SHIPPED_PARTS, "load")
    stop = threading.Event()

    def drive() -> None:
        while not stop.is_set():
            fixed_rate(serving.port, world.token, bodies, per_second=per_second, seconds=1)

    thread = threading.Thread(target=drive)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _until_other(view: Shown, order_id: int, before: object) -> None:
    _until(lambda: view(order_id) != before)


def _until(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.005)
