"""The pull of the order export: how fast, how soon the first byte comes, and in how much memory."""

import socket
import time
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.orders.clone import clone_orders
from benchmarks.orders.serving import Serving, counter
from benchmarks.orders.tracking import Plan, fill
from benchmarks.orders.world import ADMIN
from partscounter.database import Database
from partscounter.database.engine import open_database
from partscounter.domain import customers, export, orders
from partscounter.domain.customers import Customer
from partscounter.kit.clock import SystemClock
from partscounter.kit.garbage import keep_what_is_built, seek_garbage_seldom
from partscounter.wire.order_export.render import render_order
from partscounter_contracts import encode

_ROUNDS = 5
_SAMPLE = 20_000
"""Orders from memory in a round, at most."""
_AT_ONCE = 100
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
    """Pull `many` orders of five lines, and make the same JSON of orders that are in memory; medians of both.

    They take turns, since what else the machine does slows whatever is measured meanwhile. The orders in memory are
    rendered and encoded as the server's process does it, which seeks garbage as seldom.
    """
    url = f"sqlite:///{folder / 'partscounter.db'}"
    world = fill(url, Plan(orders=1, long_orders=0, rounds=0, seconds=0))
    database = open_database(url, SystemClock())
    clone_orders(database, many)
    with counter(folder, log=folder / "ours.log") as serving:
        warm = _pull(serving, stop_after=1 << 22)
        before = serving.memory
        memory, sample = _FromMemory(database, world.dealer_id), min(_SAMPLE, many // _ROUNDS)
        rounds = [(_pull(serving), memory.speeds(sample)) for _ in range(_ROUNDS)]
    database.close()
    pulls = [pull for pull, _ in rounds]
    rendered, encoded = (median(speeds[at] for _, speeds in rounds) for at in (0, 1))
    speed = many / median(pull.seconds for pull in pulls)
    of_cpu = many / median(pull.cpu_seconds for pull in pulls)
    first_byte, most = median(pull.first_byte for pull in pulls), max(pull.most_memory for pull in pulls)
    return [
        "| what | figure |",
        "|---|---|",
        f"| orders pulled | {many:,} ({pulls[0].size / 1e6:,.0f} MB) |",
        f"| orders a second, through HTTP | {speed:,.0f} |",
        f"| orders a second, rendered and encoded from memory | {rendered:,.0f} (ratio {speed / rendered:.2f}) |",
        f"| orders a second, only encoded from rendered ones | {encoded:,.0f} (ratio {speed / encoded:.2f}) |",
        f"| orders for a second of the server's processor | {of_cpu:,.0f} (ratio {of_cpu / rendered:.2f}) |",
        f"| first byte | {first_byte * 1000:.0f} ms (first request: {warm.first_byte * 1000:.0f} ms) |",
        f"| memory before the pull, most during it | {before / 1e6:.0f} MB, {most / 1e6:.0f} MB |",
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


class _FromMemory:
    """Orders as they are pulled, each once: what is remembered of amounts would make a second time look better."""

    def __init__(self, database: Database, dealer_id: int) -> None:
        seek_garbage_seldom()
        keep_what_is_built()
        self._database = database
        self._dealer_id = dealer_id
        self._last = 0

    def speeds(self, sample: int) -> tuple[float, float]:
        """Orders a second of the processor, of the next so many: rendered and encoded; and only encoded."""
        many, rendered, encoded = 0, 0.0, 0.0
        while many < sample:
            with self._database.read() as tx:
                found = export.list_waiting(tx, self._dealer_id, after=self._last, at_most=min(_AT_ONCE, sample - many))
                known = customers.load_customers(tx, {order.customer_id or 0 for order in found})
            times = _times(found, known)
            rendered, encoded = rendered + times[0], encoded + times[1]
            many, self._last = many + len(found), found[-1].id
        return many / (rendered + encoded), many / encoded


def _times(found: list[orders.PricedOrder], known: Mapping[int, Customer]) -> tuple[float, float]:
    """Seconds of the processor: to render, and to encode."""
    began = time.thread_time()
    shown = [render_order(order, known.get(order.customer_id or 0)) for order in found]
    made = time.thread_time()
    b",".join(map(encode, shown))
    return made - began, time.thread_time() - made
