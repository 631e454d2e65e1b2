"""The pull of the order export: how fast, how soon the first byte comes, and in how much memory."""

import socket
import time
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.orders.clone import clone_orders
from benchmarks.orders.serving import Serving, counter
from benchmarks.orders.tracking import Plan, fill
from benchmarks.orders.world import ADMIN, World
from partscounter.database import Database
from partscounter.database.engine import open_database
from partscounter.domain import customers, export, orders
from partscounter.domain.customers import Customer
from partscounter.kit.clock import SystemClock
from partscounter.kit.garbage import keep_what_is_built, seek_garbage_seldom
from partscounter.wire.order_export.render import render_order
from partscounter_contracts import encode

_SAMPLE = 20_000
_PIECE = 1 << 18


@dataclass(frozen=True, slots=True)
class Pull:
    """One download."""

    first_byte: float
    seconds: float
    cpu_seconds: float
    """Processor time of the server; seconds while nothing else runs."""
    size: int
    most_memory: int


def measure_export(folder: Path, many: int) -> list[str]:
    """Pull `many` orders of five lines, and make the same JSON of orders that are in memory.

    The orders in memory are rendered and encoded as the server's process does it, which seeks garbage as seldom.
    """
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
    speed, of_cpu = many / pulled.seconds, many / pulled.cpu_seconds
    return [
        "| what | figure |",
        "|---|---|",
        f"| orders pulled | {many:,} ({pulled.size / 1e6:,.0f} MB) |",
        f"| orders a second, through HTTP | {speed:,.0f} |",
        f"| orders a second, rendered and encoded from memory | {rendered:,.0f} (ratio {speed / rendered:.2f}) |",
        f"| orders a second, only encoded from rendered ones | {encoded:,.0f} (ratio {speed / encoded:.2f}) |",
        f"| orders for a second of the server's processor | {of_cpu:,.0f} (ratio {of_cpu / rendered:.2f}) |",
        f"| first byte | {pulled.first_byte * 1000:.0f} ms (first request: {warm.first_byte * 1000:.0f} ms) |",
        f"| memory before the pull, most during it | {before / 1e6:.0f} MB, {pulled.most_memory / 1e6:.0f} MB |",
    ]


def _pull(serving: Serving, stop_after: int = 1 << 62) -> Pull:
    """Read to the end of the answer, or until enough has come; HTTP/1.0, so that the end is the end."""
    name, secret = ADMIN
    login = b64encode(f"{name}:{secret}".encode()).decode()
    began, cpu_before = time.perf_counter(), serving.cpu_seconds
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
    return Pull(first, time.perf_counter() - began, serving.cpu_seconds - cpu_before, size, most)


def _from_memory(database: Database, world: World) -> tuple[float, float]:
    """Orders a second of the processor: rendered and encoded; and only encoded.

    Each order once, as it is pulled: what is remembered of amounts and days would make a second time look better.
    """
    seek_garbage_seldom()
    keep_what_is_built()
    many, rendered, encoded, last = 0, 0.0, 0.0, 0
    while many < _SAMPLE:
        with database.read() as tx:
            found = export.list_waiting(tx, world.dealer_id, after=last)
            known = customers.load_customers(tx, {order.customer_id or 0 for order in found})
        times = _times(found, known)
        rendered, encoded = rendered + times[0], encoded + times[1]
        many, last = many + len(found), found[-1].id
    return many / (rendered + encoded), many / encoded


def _times(found: list[orders.PricedOrder], known: Mapping[int, Customer]) -> tuple[float, float]:
    """Seconds of the processor: to render, and to encode."""
    began = time.thread_time()
    shown = [render_order(order, known.get(order.customer_id or 0)) for order in found]
    made = time.thread_time()
    b",".join(map(encode, shown))
    return made - began, time.thread_time() - made
