"""Marking orders received by a puller of the order export ("Marking Orders Received")."""

from collections.abc import Collection
from dataclasses import dataclass

from partscounter.database import WriteTx
from partscounter.domain.export import store as sql
from partscounter.domain.export.consumer import Consumer
from partscounter.domain.export.events import OrderReceived


@dataclass(frozen=True, slots=True)
class Marking:
    """What became of the numbers of one marking."""

    known: frozenset[str]
    """Those that are orders of the dealer: marked now, or before."""
    newly: int
    """How many were marked now."""


def mark_received(tx: WriteTx, dealer_id: int, numbers: Collection[str], consumer: Consumer | None = None) -> Marking:
    """Mark the dealer's orders with exactly these numbers, for a named consumer or for the contract's own.

    An order that was marked before stays as it is. Set-based; one event is written for each order newly marked.
    """
    ids = sql.ids_of_numbers(tx, dealer_id, numbers)
    wanted = sorted(ids.values())
    newly = sql.mark_waiting(tx, wanted) if consumer is None else sql.mark_for(tx, consumer.id, wanted)
    for order_id in newly:
        tx.emit(OrderReceived(order_id, "" if consumer is None else consumer.name))
    return Marking(frozenset(ids), len(newly))
