"""Sending an answer over ASGI: in one piece, or streamed from one thread in constant memory."""

import re
import threading
from collections.abc import Generator, Iterator

import anyio
from anyio import CapacityLimiter, from_thread, to_thread
from starlette.types import Message, Receive, Send

from partscounter.web.answer import Answer
from partscounter.web.body import ClientGone

STALL_SECONDS = 60.0
"""How long a client may refuse to take the next piece of a stream."""

_BODILESS = frozenset({204, 304})
_NOT_A_HEADER = re.compile(r"[\0\r\n]")


class StreamBroken(Exception):
    """A stream failed after its first byte had left; the cause is the generator's own error."""


async def send_answer(
    answer: Answer, *, without_body: bool, receive: Receive, send: Send, streams: CapacityLimiter
) -> None:
    """Send `answer`; `without_body` for HEAD. Raises ClientGone and StreamBroken; nothing else once a byte has left."""
    start = start_message(answer)
    if isinstance(answer.body, bytes):
        await _send_whole(start, b"" if without_body or answer.status in _BODILESS else answer.body, send)
    elif without_body:
        _close(answer.body)
        await _send_whole(start, b"", send)
    else:
        await _Stream(answer.body, start, send).run(receive, streams)


async def _send_whole(start: Message, body: bytes, send: Send) -> None:
    try:
        await send(start)
        await send({"type": "http.response.body", "body": body})
    except OSError:
        raise ClientGone from None


def start_message(answer: Answer) -> Message:
    """The first ASGI message. Raises ValueError for a header that would break the response apart."""
    headers = list(answer.headers)
    if answer.media_type:
        headers.append(("Content-Type", answer.media_type))
    if isinstance(answer.body, bytes) and answer.status not in _BODILESS:
        headers.append(("Content-Length", str(len(answer.body))))
    for name, value in headers:
        if _NOT_A_HEADER.search(value):
            raise ValueError(f"the header {name} has more than one line")
    raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    return {"type": "http.response.start", "status": answer.status, "headers": raw}


class _Stream:
    """One streamed body: iterated and closed by one worker thread, stopped when the client leaves."""

    def __init__(self, pieces: Iterator[bytes], start: Message, send: Send) -> None:
        self._pieces = pieces
        self._start = start
        self._send = send
        self._started = False
        self._client_gone = threading.Event()

    async def run(self, receive: Receive, streams: CapacityLimiter) -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(self._watch, receive)
            failure = await to_thread.run_sync(self._pump, limiter=streams)
            group.cancel_scope.cancel()
        if failure is not None:
            raise failure
        await self._finish()

    async def _watch(self, receive: Receive) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        self._client_gone.set()

    def _pump(self) -> Exception | None:
        """Runs in the thread. Returns its failure, so that the task group does not wrap it."""
        try:
            for piece in self._pieces:
                if piece:
                    from_thread.run(self._send_piece, piece)
                if self._client_gone.is_set():
                    return ClientGone()
        except ClientGone as gone:
            return gone
        except Exception as error:  # noqa: BLE001 - handed to the event loop, which logs it once
            if not self._started:
                return error
            broken = StreamBroken()
            broken.__cause__ = error
            return broken
        finally:
            _close(self._pieces)
        return None

    async def _send_piece(self, piece: bytes) -> None:
        try:
            with anyio.fail_after(STALL_SECONDS):
                await self._send_start()
                await self._send({"type": "http.response.body", "body": piece, "more_body": True})
        except (TimeoutError, OSError):
            raise ClientGone from None

    async def _send_start(self) -> None:
        if not self._started:
            self._started = True
            await self._send(self._start)

    async def _finish(self) -> None:
        await self._send_start()
        await self._send({"type": "http.response.body", "body": b""})


def _close(pieces: object) -> None:
    if isinstance(pieces, Generator):
        pieces.close()
