"""The pull of the order export: how fast, how soon the first byte comes, and in how much memory."""

import socket
import time
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path

from benchmarks.orders.clone import clone_orders
from benchmarks.orders.serving import Serving, counter
from benchmarks.orders.tracking import Plan, fill
from benchmarks.orders.world import ADMIN, World
from partscounter.database import Database
from partscounter.database.engine import open_database
from partscounter.domain import customers, export, orders
from partscounter.kit.clock import SystemClock
from partscounter.wire.order_export.render import render_order
from partscounter_contracts import encode

_SAMPLE = 2_000
_PIECE = 1 << 18


@dataclass(frozen=True, slots=True)
class Pull:
    """One download."""

    first_byte: float
    seconds: float
    size: int
    most_memory: int


def measure_export(folder: Path, many: int) -> list[str]:
    """Pull `many` orders of five lines, and make the same JSON of orders that are in memory."""
    url = f"sqlite:///{folder / 'partscounter.db'}"
    world = fill(url, Plan(orders=1, long_orders=0, rounds=0, seconds=0))
    database = open_database(url, SystemClock())
    clone_orders(database, many)
    with counter(folder, log=folder / "ours.log") as serving:
        warm = _pull(serving, stop_after=1 << 22)
        before = serving.memory
        pulled = _pull(serving)
    rendered, encoded = _from_memory(database, world)
    database.close()
    speed = many / pulled.seconds
    return [
        "| what | figure |",
        "|---|---|",
        f"| orders pulled | {many:,} ({pulled.size / 1e6:,.0f} MB) |",
        f"| orders a second, through HTTP | {speed:,.0f} |",
        f"| orders a second, rendered and encoded from memory | {rendered:,.0f} (ratio {speed / rendered:.2f}) |",
        f"| orders a second, only encoded from rendered ones | {encoded:,.0f} (ratio {speed / encoded:.2f}) |",
        f"| first byte | {pulled.first_byte * 1000:.0f} ms (first request: {warm.first_byte * 1000:.0f} ms) |",
        f"| memory before the pull, most during it | {before / 1e6:.0f} MB, {pulled.most_memory / 1e6:.0f} MB |",
    ]


def _pull(serving: Serving, stop_after: int = 1 << 62) -> Pull:
    """Read to the end of the answer, or until enough has come; HTTP/1.0, so that the end is the end."""
    name, secret = ADMIN
    login = b64encode(f"{name}:{secret}".encode()).decode()
    began = time.perf_counter()
    with socket.create_connection(("127.0.0.1", serving.port)) as connection:
        head = f"GET /bench/ext/v2/orders/new_orders HTTP/1.0\r\nHost: x\r\nAuthorization: Basic {login}\r\n\r\n"
        connection.sendall(head.encode())
        piece = connection.recv(_PIECE)
        if b" 200 " not in piece[:16]:
            raise RuntimeError(piece.decode(errors="replace"))
        first, size, most = time.perf_counter() - began, len(piece), serving.memory
        while (piece := connection.recv(_PIECE)) and size < stop_after:
            size += len(piece)
            most = max(most, serving.memory)
    return Pull(first, time.perf_counter() - began, size, most)


def _from_memory(database: Database, world: World) -> tuple[float, float]:
    """Orders a second: rendered and encoded; and only encoded."""
    with database.read() as tx:
        found: list[orders.PricedOrder] = []
        while len(found) < _SAMPLE:
            found += export.list_waiting(tx, world.dealer_id, after=found[-1].id if found else 0)
        known = customers.load_customers(tx, {order.customer_id or 0 for order in found})
    began = time.perf_counter()
    rendered = [render_order(order, known.get(order.customer_id or 0)) for order in found]
    made = time.perf_counter()
    for order in rendered:
        encode(order)
    ended = time.perf_counter()
    return len(found) / (ended - began), len(found) / (ended - made)
