"""Named consumers and receipts: additions of this project (docs/wire/order-export.md)."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from msgspec import Struct


class ConsumerEntry(Struct, frozen=True, kw_only=True):
    """How a consumer begins."""

    with_past: bool = False
    """Whether orders from before it was registered wait for it, too."""


class Consumer(Struct, frozen=True, kw_only=True):
    """A program that downloads every order and marks what it has, apart from all others."""

    name: str
    created_at: datetime
    waiting: int
    """How many orders wait for it."""


class Receipt(Struct, frozen=True, kw_only=True):
    """How many orders wait, and the SHA-256 of their numbers, each followed by a line feed, by ascending id."""

    waiting: int
    digest: str


class GivenConsumer(Struct, frozen=True, kw_only=True):
    """One consumer."""

    status: Literal["success"] = "success"
    error: None = None
    data: Consumer


class GivenConsumers(Struct, frozen=True, kw_only=True):
    """All of the organisation, by name."""

    status: Literal["success"] = "success"
    error: None = None
    data: list[Consumer]


class GivenReceipt(Struct, frozen=True, kw_only=True):
    """What waits now."""

    status: Literal["success"] = "success"
    error: None = None
    data: Receipt


def receipt_of(numbers: Iterable[str]) -> Receipt:
    """The receipt over these order numbers, in this order: what a puller compares with the server's."""
    listed = list(numbers)
    return Receipt(waiting=len(listed), digest=hashlib.sha256("".join(f"{n}\n" for n in listed).encode()).hexdigest())
