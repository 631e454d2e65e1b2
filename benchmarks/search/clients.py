"""Kept-alive connections that ask for pages of results as fast as they are answered."""

import asyncio
import time
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, cycle
from urllib.request import Request, urlopen

from benchmarks.orders.load import Measured
from benchmarks.search.shop import PASSWORD, USER

CLIENTS = 8
AUTHORIZATION = {"Authorization": "Basic " + b64encode(f"{USER}:{PASSWORD}".encode()).decode()}


class Connection:
    """One HTTP/1.1 connection; no client library, whose time would be the machine's too."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        lines = "\r\n".join(f"{name}: {value}" for name, value in AUTHORIZATION.items())
        self._head = f" HTTP/1.1\r\nHost: counter.example\r\n{lines}\r\n\r\n"

    @classmethod
    async def to(cls, port: int) -> "Connection":
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        return cls(reader, writer)

    async def get(self, path: str) -> bytes:
        """The body of the answer; ValueError for any other than 200 with a length."""
        self._writer.write(f"GET {path}{self._head}".encode())
        head = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        if b" 200 " not in head[:16]:
            raise ValueError(head.decode(errors="replace"))
        length = head.partition(b"content-length: ")[2].partition(b"\r\n")[0]
        return await self._reader.readexactly(int(length))

    def close(self) -> None:
        self._writer.close()


def closed_loop(port: int, todo: Iterator[str], seconds: float) -> Measured:
    """Each client asks for the next page as soon as it has one."""
    return asyncio.run(_closed_loop(port, todo, seconds))


async def _closed_loop(port: int, todo: Iterator[str], seconds: float) -> Measured:
    began = time.perf_counter()

    async def client() -> list[float]:
        connection = await Connection.to(port)
        took: list[float] = []
        while (sent := time.perf_counter()) < began + seconds:
            await connection.get(next(todo))
            took.append(time.perf_counter() - sent)
        connection.close()
        return took

    latencies = sorted(chain.from_iterable(await asyncio.gather(*(client() for _ in range(CLIENTS)))))
    return Measured(len(latencies), time.perf_counter() - began, tuple(latencies))


def get_all(port: int, paths: Sequence[str]) -> dict[str, bytes]:
    """Each of them once, one after another."""

    async def ask() -> dict[str, bytes]:
        connection = await Connection.to(port)
        answers = {path: await connection.get(path) for path in paths}
        connection.close()
        return answers

    return asyncio.run(ask())


def compare_during(port: int, expected: Mapping[str, bytes], work: Callable[[], object]) -> tuple[int, int]:
    """While `work` runs in a thread, ask for everything again and again: how many answers, how many failed or differed.

    The clients share the process with `work`, which is why their times are not told.
    """
    return asyncio.run(_compare_during(port, expected, work))


async def _compare_during(port: int, expected: Mapping[str, bytes], work: Callable[[], object]) -> tuple[int, int]:
    working, todo = asyncio.create_task(asyncio.to_thread(work)), cycle(expected.items())

    async def client() -> tuple[int, int]:
        connection = await Connection.to(port)
        answered = wrong = 0
        while not working.done():
            path, body = next(todo)
            answered += 1
            try:
                wrong += await connection.get(path) != body
            except (ValueError, OSError, EOFError):
                wrong += 1
                connection = await Connection.to(port)
        connection.close()
        return answered, wrong

    counts = await asyncio.gather(*(client() for _ in range(CLIENTS)))
    await working
    return sum(answered for answered, _ in counts), sum(wrong for _, wrong in counts)


def feed_length(port: int) -> int:
    """How many bytes the whole feed has, read to its end."""
    with urlopen(Request(f"http://127.0.0.1:{port}/inventory/feed", headers=AUTHORIZATION)) as answer:
        return sum(len(piece) for piece in iter(lambda: answer.read(1 << 20), b""))
