"""Reads what a client sends: the body of a new order and its idempotency key, and the id of an order."""

import re
from dataclasses import dataclass

from partscounter.domain.access import Credential
from partscounter.domain.orders import UnknownOrder
from partscounter.kit.refusal import Invalid, Violation
from partscounter.web.decode import decode, decode_untyped
from partscounter.web.idempotency_key import IDEMPOTENCY_KEY, find_idempotency_key
from partscounter.web.incoming import Incoming
from partscounter.wire.parts_orders.salvage import salvage_order
from partscounter_contracts.parts_orders import PartsOrderCreateRequest

_ORDER_ID = re.compile(r"[1-9][0-9]{0,17}")
_KEY = re.compile(r"[!-~]([ -~]{0,253}[!-~])?")


@dataclass(frozen=True, slots=True)
class SentOrder:
    """An order as it was sent. With violations it holds only what could be read, and must be refused."""

    request: PartsOrderCreateRequest
    key: str | None
    violations: tuple[Violation, ...] = ()


def read_order(incoming: Incoming[Credential]) -> SentOrder:
    """The order in the body. Raises Malformed where that is no JSON; any other mistake is among the violations."""
    key, wrong_key = _read_key(incoming)
    try:
        return SentOrder(decode(PartsOrderCreateRequest, incoming.body), key, wrong_key)
    except Invalid as invalid:
        return SentOrder(salvage_order(decode_untyped(incoming.body)), key, wrong_key + invalid.violations)


def _read_key(incoming: Incoming[Credential]) -> tuple[str | None, tuple[Violation, ...]]:
    """The idempotency key, and what is wrong with it."""
    try:
        key = find_idempotency_key(incoming.headers)
    except Invalid as invalid:
        return None, invalid.violations
    if key is None or _KEY.fullmatch(key):
        return key, ()
    return key, (Violation(IDEMPOTENCY_KEY, "must have 1 to 255 printable ASCII characters", key),)


def read_order_id(incoming: Incoming[Credential]) -> int:
    """The `partsOrderId` of the path; refuses with UnknownOrder what cannot be one."""
    text = incoming.path_values["order"]
    if not _ORDER_ID.fullmatch(text):
        raise UnknownOrder(f"There is no order {text}.")
    return int(text)
