"""What a handler answers: a status, a body in one piece or as a stream, and headers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import msgspec

JSON_TYPE = "application/json"

_encoders = {
    "string": msgspec.json.Encoder(decimal_format="string"),
    "number": msgspec.json.Encoder(decimal_format="number"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One response.

    A streamed body is iterated in one thread from beginning to end and closed there, also when the client goes away
    early; what it needs open (a transaction, say) it must open itself, inside the generator. If it fails before its
    first piece, the client gets the API's own error; if it fails later, the connection is cut.
    """

    status: int
    body: bytes | Iterator[bytes] = b""
    media_type: str = ""
    headers: tuple[tuple[str, str], ...] = ()


def json_answer(
    value: object,
    status: int = 200,
    headers: tuple[tuple[str, str], ...] = (),
    *,
    decimals: Literal["string", "number"] = "string",
) -> Answer:
    """`value` (a Struct, dict, list…) as JSON; a Decimal is written exactly, as `"12.50"` or as `12.50`."""
    return Answer(status, encode(value, decimals=decimals), JSON_TYPE, headers)


def encode(value: object, *, decimals: Literal["string", "number"] = "string") -> bytes:
    """`value` as JSON, for the pieces of a stream; see `json_answer`."""
    return _encoders[decimals].encode(value)


def empty(status: int = 204, headers: tuple[tuple[str, str], ...] = ()) -> Answer:
    return Answer(status, headers=headers)


def stream(
    pieces: Iterator[bytes],
    media_type: str = JSON_TYPE,
    status: int = 200,
    headers: tuple[tuple[str, str], ...] = (),
) -> Answer:
    """`pieces` one after another, in constant memory. Make them some kilobytes each: every piece is one write."""
    return Answer(status, pieces, media_type, headers)
