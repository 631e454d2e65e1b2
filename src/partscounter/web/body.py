"""Reading a request's body, within its limits of size and time."""

import anyio
from starlette.datastructures import Headers
from starlette.types import Receive

from partscounter.web.problems import Malformed, Problem, ProblemKind, RequestRejected

BODY_SECONDS = 60.0
"""How long a body may take to arrive."""


class ClientGone(Exception):
    """Nobody is left to answer to."""


async def read_body(receive: Receive, headers: Headers, limit: int) -> bytes:
    """The whole body. Raises the TOO_LARGE problem above `limit` bytes, at once if Content-Length admits to it."""
    if _declared_length(headers) > limit:
        raise too_large(limit)
    try:
        with anyio.fail_after(BODY_SECONDS):
            return await _collect(receive, limit)
    except TimeoutError:
        raise Malformed("The body did not arrive in time.") from None


async def _collect(receive: Receive, limit: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientGone
        piece: bytes = message.get("body", b"")
        size += len(piece)
        if size > limit:
            raise too_large(limit)
        pieces.append(piece)
        if not message.get("more_body", False):
            return b"".join(pieces)


def too_large(limit: int) -> RequestRejected:
    return RequestRejected(Problem(ProblemKind.TOO_LARGE, f"The body is larger than {limit} bytes."))


def _declared_length(headers: Headers) -> int:
    length = headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdigit() and len(length) < len(str(2**63)) else 0


def check_media_type(headers: Headers, accepted: tuple[str, ...] | None) -> None:
    """Raises the UNSUPPORTED_MEDIA problem for another type, another charset than UTF-8, or a compressed body."""
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {"", "identity"}:
        raise _unsupported(f"A body with the content encoding {encoding} is not understood.")
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
