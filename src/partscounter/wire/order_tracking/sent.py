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
    body = read_object(raw)
    return take_apart(body, fingerprint(body))


def read_object(raw: bytes) -> Json:
    """The JSON object that `raw` is. Raises Malformed if it is none."""
    body = decode_untyped(raw)
    if not isinstance(body, dict):
        raise Malformed("The body must be a JSON object.")
    return body


def take_apart(body: Json, known_by: str) -> SentUpdate:
    """The objects of `body`; `known_by` is the fingerprint of what was sent, which need not be `body`."""
    fulfillment = _object(body.get("fulfillment"))
    parts = fulfillment.get("parts")
    return SentUpdate(
        body=body,
        fulfillment=fulfillment,
        shipment=_object(fulfillment.get("shipmentInformation")),
        parts=tuple(parts) if isinstance(parts, list) else (),
        fingerprint=known_by,
    )


def canonical(value: object) -> bytes:
    """`value` as JSON with sorted keys and no blanks between tokens. Raises Malformed if it is nested too deeply."""
    try:
        return msgspec.json.encode(value, order="deterministic")
    except RecursionError:
        raise Malformed("The body is nested too deeply.") from None


def fingerprint(body: object) -> str:
    """SHA-256 of the canonical JSON of `body`. Raises Malformed as `canonical` does."""
    return sha256(canonical(body)).hexdigest()


def _object(value: object) -> Json:
    return value if isinstance(value, dict) else {}
