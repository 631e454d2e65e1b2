"""Marking orders received by the puller of the order export ("Marking Orders Received")."""

from collections.abc import Collection

from partscounter.database import WriteTx
from partscounter.domain.export import store as sql
from partscounter.domain.export.events import OrderReceived


def mark_received(tx: WriteTx, dealer_id: int, numbers: Collection[str]) -> frozenset[str]:
    """Mark the dealer's orders with exactly these numbers; the numbers of them that are orders of the dealer.

    An order that was marked before stays as it is. Set-based; one event is written for each order newly marked.
    """
    ids = sql.ids_of_numbers(tx, dealer_id, numbers)
    for order_id in sql.mark_waiting(tx, sorted(ids.values())):
        tx.emit(OrderReceived(order_id=order_id))
    return frozenset(ids)
