"""The bare prototype: Starlette and raw SQLite with group commit; the program's statements without the program.

One event loop that reads, one thread that writes: no layers, no refusals, no repeats, no metrics, no log.
Started as `python -m benchmarks.orders.bare DATABASE PORT`.
"""

import asyncio
import hashlib
import hmac
import json
import queue
import secrets
import sys
import threading
from base64 import urlsafe_b64decode
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pysqlite3
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.orders import raw_sql as sql

LARGEST_GROUP = 64
_WAIT = timedelta(hours=24)
Work = Callable[[Any], None]
Waiting = tuple[Work, "asyncio.Future[None]", asyncio.AbstractEventLoop]


def connect(path: str) -> Any:  # noqa: ANN401 - the driver ships no types
    """A connection as the program opens it: WAL, durable commits."""
    connection = pysqlite3.connect(path, isolation_level=None, check_same_thread=False)
    durable = ("journal_mode = WAL", "synchronous = FULL", "wal_autocheckpoint = 4000")
    for pragma in (*durable, "busy_timeout = 30000", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


class Writer:
    """One thread; whatever waits shares a commit, each in a savepoint of its own."""

    def __init__(self, path: str) -> None:
        self._connection = connect(path)
        self._queue: queue.SimpleQueue[Waiting] = queue.SimpleQueue()
        threading.Thread(target=self._run, daemon=True).start()

    def write(self, work: Work) -> "asyncio.Future[None]":
        loop = asyncio.get_running_loop()
        future: asyncio.Future[None] = loop.create_future()
        self._queue.put((work, future, loop))
        return future

    def _run(self) -> None:
        while True:
            group = [self._queue.get()]
            self._connection.execute("BEGIN IMMEDIATE")
            self._in_savepoint(group[0][0])
            while len(group) < LARGEST_GROUP and not self._queue.empty():
                group.append(self._queue.get())
                self._in_savepoint(group[-1][0])
            self._connection.execute("COMMIT")
            group[0][2].call_soon_threadsafe(_answer, group)

    def _in_savepoint(self, work: Work) -> None:
        self._connection.execute("SAVEPOINT verb")
        work(self._connection)
        self._connection.execute("RELEASE verb")


def _answer(group: list[Waiting]) -> None:
    for _, future, _ in group:
        future.set_result(None)


def build(path: str) -> Starlette:
    """The app on the program's own database file."""
    reader, writer = connect(path), Writer(path)
    key = bytes(reader.execute("SELECT secret FROM signing_keys").fetchone()[0])

    async def track(request: Request) -> Response:
        raw = await request.body()
        credential_id = _credential_of(request.headers["authorization"].removeprefix("Bearer "), key)
        body = msgspec.json.decode(raw)
        fingerprint = hashlib.sha256(msgspec.json.encode(body, order="deterministic")).hexdigest()
        dealer_id = _judge(reader, credential_id, body)
        await writer.write(lambda connection: take(connection, dealer_id, body, fingerprint, raw.decode()))
        return Response(status_code=204, headers={"X-Request-Id": secrets.token_hex(16)})

    return Starlette(routes=[Route("/eCommerce/orderTracking/v3/tracking", track, methods=["POST"])])


def _credential_of(token: str, key: bytes) -> int:
    signed, _, signature = token.rpartition(".")
    if not hmac.compare_digest(_decoded(signature), hmac.digest(key, signed.encode(), "sha256")):
        raise PermissionError
    claims = json.loads(_decoded(signed.partition(".")[2]))
    if claims["exp"] < datetime.now(UTC).timestamp():
        raise PermissionError
    return int(claims["sub"])


def _decoded(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _judge(reader: Any, credential_id: int, body: dict[str, Any]) -> int:  # noqa: ANN401 - the driver ships no types
    """The dealer's id, if all parts are on the document."""
    reader.execute("BEGIN")
    reader.execute(sql.CREDENTIAL, (credential_id,)).fetchone()
    dealer_id: int = reader.execute(sql.DEALER, (body["dealerCode"],)).fetchone()[0]
    rows = reader.execute(sql.PARTS, (dealer_id, body["documentNumber"])).fetchall()
    reader.execute("ROLLBACK")
    known = {_squash(name) for code, brand, part in rows for name in (code, part, brand + part)}
    if any(_squash(part["partNumber"]) not in known for part in body["fulfillment"]["parts"]):
        raise LookupError
    return dealer_id


def _squash(text: str) -> str:
    return text.replace("-", "").lower()


def take(connection: Any, dealer_id: int, body: dict[str, Any], fingerprint: str, payload: str) -> None:  # noqa: ANN401
    """One partial shipment: the statements of `fulfilment.take_update` and of what it causes."""
    now = datetime.now(UTC)
    stamp = now.strftime("%Y-%m-%d %H:%M:%S.%f")
    order_id = connection.execute(sql.ORDER, (dealer_id, body["documentNumber"])).fetchone()[0]
    by_part = {_squash(row[5]): row for row in connection.execute(sql.LINES, (order_id,)).fetchall()}
    since = (now - _WAIT).strftime("%Y-%m-%d %H:%M:%S.%f")
    connection.execute(sql.REPEAT, (order_id, fingerprint, since, order_id)).fetchall()
    parts, shipment = body["fulfillment"]["parts"], body["fulfillment"]["shipmentInformation"]
    kept = json.dumps([[part["partNumber"], part["quantity"], part["status"]] for part in parts])
    names = ("carrier", "shipmentDate", "shipmentMethod", "trackingId", "trackingUrl")
    update = (order_id, stamp, "PS", "delivery", kept, *(shipment[name] for name in names), fingerprint)
    update_id = connection.execute(sql.UPDATE, update).fetchone()[0]
    connection.execute(sql.STATUS, ("PS", order_id))
    moves = [(by_part[_squash(part["partNumber"])], part["quantity"]) for part in parts]
    connection.executemany(sql.MOVE, [_moved(row, units) for row, units in moves])
    ids = [row[2] for row, _ in moves]
    connection.execute(sql.STOCK, (json.dumps(ids),)).fetchall()
    connection.executemany(sql.HAND_OUT, [(n, n, stamp, row[2]) for row, n in moves])
    common = (str(dealer_id), secrets.token_hex(16))
    changed = json.dumps({"items": ids, "reason": "handed_out"})
    connection.execute(sql.EVENT, (stamp, "inventory.items_changed", "inventory", changed, *common, "")).fetchone()
    moved = [[row[1], "reserved", "in_transit", n] for row, n in moves]
    data = json.dumps({"order": order_id, "update": update_id, "status": "PS", "moves": moved, "over_shipped": []})
    event = (stamp, "tracking.update_taken", f"order:{order_id}", data, *common, payload)
    event_id = connection.execute(sql.EVENT, event).fetchone()[0]
    job = json.dumps({"order": order_id, "update": update_id})
    connection.execute(sql.JOB, (f"send_mail:{event_id}", job, event_id, stamp, stamp, stamp)).fetchone()


def _moved(row: Any, units: int) -> tuple[int, ...]:  # noqa: ANN401 - the driver ships no types
    """The line's units after `units` went from reserved to in transit, and its id."""
    open_, backorder, reserved, issued, packed, in_transit, *arrived, allocated, over_shipped = row[7:]
    held = (open_, backorder, reserved - units, issued, packed, in_transit + units)
    return (*held, *arrived, allocated - units, over_shipped, row[0])


if __name__ == "__main__":
    uvicorn.run(build(sys.argv[1]), port=int(sys.argv[2]), log_level="critical", access_log=False)
