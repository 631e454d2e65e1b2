"""Reading a request's body, within its limits of size and time."""

import asyncio
from collections.abc import AsyncGenerator

from starlette.datastructures import Headers
from starlette.types import Message, Receive

from partscounter.web.begun import Begun
from partscounter.web.problems import Malformed, Problem, ProblemKind, RequestRejected

BODY_SECONDS = 60.0
"""How long a body may take to arrive."""


class ClientGone(Exception):
    """Nobody is left to answer to."""


class BodyReader:
    """One request's body. Raises the TOO_LARGE problem above `limit` bytes, at once if Content-Length admits to it."""

    def __init__(self, receive: Receive, headers: Headers, limit: int) -> None:
        self._receive = receive
        self._headers = headers
        self._limit = limit
        self._first: Begun[Message] | None = None

    def arrived(self) -> bytes | None:
        """The whole body if the server has it already, as it has most small ones; None if it must be waited for.

        Nothing is judged yet: this only lets credential and handler share one trip to a thread. A client that waits
        for `100 Continue` is not asked for its body here.
        """
        if "expect" in self._headers:
            return None
        self._first = Begun(self._receive())
        if not self._first.result:
            return None
        [message] = self._first.result
        if message["type"] != "http.request" or message.get("more_body", False):
            return None
        body: bytes = message.get("body", b"")
        return body

    async def read(self) -> bytes:
        """The whole body, waited for. Raises ClientGone if it will never come."""
        # A timer takes longer than to take a body that is there.
        arrived = None if self._first else self.arrived()
        if arrived is not None and len(arrived) <= self._limit:
            return arrived
        try:
            async with asyncio.timeout(BODY_SECONDS):
                return await self._collect()
        except TimeoutError:
            raise Malformed("The body did not arrive in time.") from None

    def drop(self) -> None:
        """Wait no longer for a body that nobody will read."""
        if self._first is not None:
            self._first.drop()

    async def pieces(self, limit: int) -> AsyncGenerator[bytes]:
        """The body as it arrives, up to `limit` bytes in place of the reader's own limit."""
        if _declared_length(self._headers) > limit:
            raise too_large(limit)
        size, more = 0, True
        while more:
            message = await self._next()
            if message["type"] == "http.disconnect":
                raise ClientGone
            piece: bytes = message.get("body", b"")
            size += len(piece)
            if size > limit:
                raise too_large(limit)
            more = message.get("more_body", False)
            yield piece

    async def _collect(self) -> bytes:
        return b"".join([piece async for piece in self.pieces(self._limit)])

    async def _next(self) -> Message:
        first, self._first = self._first, None
        return await (first or self._receive())


def too_large(limit: int) -> RequestRejected:
    return RequestRejected(Problem(ProblemKind.TOO_LARGE, f"The body is larger than {limit} bytes."))


def _declared_length(headers: Headers) -> int:
    length = headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdigit() and len(length) < len(str(2**63)) else 0


def check_body(body: bytes, headers: Headers, limit: int, accepted: tuple[str, ...] | None) -> None:
    """Raises TOO_LARGE, then UNSUPPORTED_MEDIA. An empty body may have any type."""
    if len(body) > limit:
        raise too_large(limit)
    if body:
        check_media_type(headers, accepted)


def check_media_type(headers: Headers, accepted: tuple[str, ...] | None) -> None:
    """Raises the UNSUPPORTED_MEDIA problem for another type, another charset than UTF-8, or a compressed body."""
    encoding = ", ".join(headers.getlist("content-encoding")).strip().lower()
    if encoding not in {"", "identity"}:
        raise _unsupported(f"A body with the content encoding {encoding} is not understood.")
    if len(headers.getlist("content-type")) > 1:
        raise _unsupported("The body must have one Content-Type only.")
    sent = headers.get("content-type", "")
    if accepted is None or not sent:
        return
    media_type, _, parameters = sent.partition(";")
    if media_type.strip().lower() not in accepted:
        raise _unsupported(f"The body must be {' or '.join(accepted)}.")
    if not _is_utf8(parameters):
        raise _unsupported("The body must be encoded in UTF-8.")


def _is_utf8(parameters: str) -> bool:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip('"').lower() in {"utf-8", "utf8", "us-ascii"}
    return True


def _unsupported(message: str) -> RequestRejected:
    return RequestRejected(Problem(ProblemKind.UNSUPPORTED_MEDIA, message))
