"""Drives one server over 16 kept-alive connections: as fast as it answers, or at a fixed rate of arrivals."""

import asyncio
import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

CLIENTS = 16
_NO_CONTENT = b" 204 "


@dataclass(frozen=True, slots=True)
class Measured:
    """How one server did in one round."""

    answered: int
    seconds: float
    latencies: tuple[float, ...]
    """Seconds, ascending."""

    @property
    def per_second(self) -> float:
        return self.answered / self.seconds

    def percentile(self, share: float) -> float:
        """Milliseconds within which this share was answered."""
        return self.latencies[min(len(self.latencies) - 1, math.ceil(share * len(self.latencies)) - 1)] * 1000


class Refused(RuntimeError):
    """A server answered otherwise than 204: its figure would mean nothing."""


def closed_loop(port: int, token: str, bodies: Iterator[bytes], seconds: float) -> Measured:
    """Each client sends its next update as soon as the last is answered."""
    return asyncio.run(_closed_loop(port, token, bodies, seconds))


def fixed_rate(port: int, token: str, bodies: Iterator[bytes], *, per_second: float, seconds: float) -> Measured:
    """Updates arrive at even intervals, whatever became of those before, and wait for a free one of the connections.

    A latency counts from the moment of arrival, so that a slow answer is not hidden by what it held up.
    """
    return asyncio.run(_fixed_rate(port, token, bodies, per_second, seconds))


async def _closed_loop(port: int, token: str, bodies: Iterator[bytes], seconds: float) -> Measured:
    began = time.perf_counter()

    async def client() -> list[float]:
        connection = await _Connection.to(port, token)
        took: list[float] = []
        while (sent := time.perf_counter()) < began + seconds:
            await connection.post(next(bodies))
            took.append(time.perf_counter() - sent)
        connection.close()
        return took

    return _measured(await asyncio.gather(*(client() for _ in range(CLIENTS))), time.perf_counter() - began)


async def _fixed_rate(port: int, token: str, bodies: Iterator[bytes], rate: float, seconds: float) -> Measured:
    began = time.perf_counter() + 0.05
    arrivals = (began + number / rate for number in count())

    async def client() -> list[float]:
        connection = await _Connection.to(port, token)
        took: list[float] = []
        while (arrival := next(arrivals)) < began + seconds:
            body = next(bodies)
            await asyncio.sleep(arrival - time.perf_counter())
            await connection.post(body)
            took.append(time.perf_counter() - arrival)
        connection.close()
        return took

    return _measured(await asyncio.gather(*(client() for _ in range(CLIENTS))), time.perf_counter() - began)


def _measured(took: list[list[float]], seconds: float) -> Measured:
    latencies = sorted(latency for each in took for latency in each)
    return Measured(len(latencies), seconds, tuple(latencies))


class _Connection:
    """One HTTP/1.1 connection; no client library, whose time would be the machine's too."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, token: str) -> None:
        self._reader = reader
        self._writer = writer
        self._head = (
            "POST /eCommerce/orderTracking/v3/tracking?storeId=21801 HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            f"Authorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: "
        ).encode()

    @classmethod
    async def to(cls, port: int, token: str) -> "_Connection":
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        return cls(reader, writer, token)

    async def post(self, body: bytes) -> None:
        self._writer.write(self._head + str(len(body)).encode() + b"\r\n\r\n" + body)
        answer = await self._reader.readuntil(b"\r\n\r\n")
        if _NO_CONTENT not in answer[:16]:
            raise Refused((answer + await self._reader.read(1000)).decode(errors="replace"))

    def close(self) -> None:
        self._writer.close()
