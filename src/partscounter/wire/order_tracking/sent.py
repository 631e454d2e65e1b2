"""An update as it was sent: JSON of unknown shape, taken apart just far enough to be checked field by field.

The body is not decoded into the contract's types, because each answer names the first fault in the contract's own
order (`check.py`), and a decoder would name the first that it meets.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

import msgspec

from partscounter.web.decode import decode_untyped
from partscounter.web.problems import Malformed

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SentUpdate:
    """The body's objects; each is empty where something else was sent in its place."""

    body: Json
    fulfillment: Json
    shipment: Json
    parts: tuple[object, ...]
    fingerprint: str
    """SHA-256 of the canonical JSON: keys sorted, no blanks between tokens, of duplicate keys the last."""


def read_sent(raw: bytes) -> SentUpdate:
    """What `raw` says. Raises Malformed if it is no JSON object."""
    body = decode_untyped(raw)
    if not isinstance(body, dict):
        raise Malformed("The body must be a JSON object.")
    fulfillment = _object(body.get("fulfillment"))
    parts = fulfillment.get("parts")
    return SentUpdate(
        body=body,
        fulfillment=fulfillment,
        shipment=_object(fulfillment.get("shipmentInformation")),
        parts=tuple(parts) if isinstance(parts, list) else (),
        fingerprint=_fingerprint(body),
    )


def canonical(value: object) -> bytes:
    """`value` as JSON with sorted keys and no blanks between tokens. Raises Malformed if it is nested too deeply."""
    try:
        return msgspec.json.encode(value, order="deterministic")
    except RecursionError:
        raise Malformed("The body is nested too deeply.") from None


def _fingerprint(body: object) -> str:
    return sha256(canonical(body)).hexdigest()


def _object(value: object) -> Json:
    return value if isinstance(value, dict) else {}
