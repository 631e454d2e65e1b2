"""Receipts: what still waits, counted and hashed, so that a puller can prove that it has lost nothing.

The digest is the SHA-256 of the order numbers that wait, by ascending order id, each followed by a line feed. A puller
that holds the same numbers computes the same digest; whoever marks too much, or misses an order, does not.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.export import store as sql
from partscounter.domain.export.consumer import Consumer


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for one consumer at one moment."""

    count: int
    digest: str
    """64 hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a puller was told after marking; kept."""

    id: int
    given_at: datetime
    given_to: str
    """The name of the credential."""
    consumer: str
    """Empty for the contract's own."""
    marked: int
    """How many orders were newly marked."""
    waiting: Waiting


def count_waiting(tx: ReadTx, dealer_id: int, consumer: Consumer | None = None) -> Waiting:
    """What waits now, for a named consumer or for the contract's own. Reads every number, in constant memory."""
    return digest_of(sql.waiting_numbers(tx, dealer_id, consumer))


def give_receipt(
    tx: WriteTx, dealer_id: int, marked: int, waiting: Waiting, consumer: Consumer | None = None
) -> Receipt:
    """Keep what is said after a marking. `waiting` is counted before, in a view of its own: that may take long."""
    receipt_id = sql.insert_receipt(
        tx,
        {
            "dealer_id": dealer_id,
            "consumer_id": None if consumer is None else consumer.id,
            "given_at": tx.now,
            "given_to": tx.actor.name,
            "marked": marked,
            "waiting": waiting.count,
            "digest": waiting.digest,
        },
    )
    return Receipt(receipt_id, tx.now, tx.actor.name, "" if consumer is None else consumer.name, marked, waiting)


def list_receipts(tx: ReadTx, dealer_id: int, *, limit: int) -> list[Receipt]:
    """The newest first."""
    return [
        Receipt(row.id, row.given_at, row.given_to, row.consumer or "", row.marked, Waiting(row.waiting, row.digest))
        for row in sql.receipts(tx, dealer_id, limit)
    ]


def digest_of(numbers: Iterable[str]) -> Waiting:
    """Count and digest of order numbers in this order."""
    digest, count = hashlib.sha256(), 0
    for count, number in enumerate(numbers, start=1):  # noqa: B007 - counted here, told at the end
        digest.update(f"{number}\n".encode())
    return Waiting(count, digest.hexdigest())
