"""Marking orders received by the order export's puller."""

from collections.abc import Iterator

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.orders import store as sql
from partscounter.domain.orders.events import OrderReceived
from partscounter.domain.orders.order import Order


def iterate_waiting(tx: ReadTx, dealer_id: int, batch: int = 200) -> Iterator[Order]:
    """Every order of the dealer that was not marked received, every resubmission included, in order of id."""
    return sql.iterate_waiting(tx, dealer_id, batch)


def mark_received(tx: WriteTx, dealer_id: int, number: str) -> bool:
    """Mark the order with exactly this number; False if the dealer has none. Marked before, it stays as it is."""
    order = sql.find_order(tx, lock=True, dealer_id=dealer_id, number=number)
    if order is None:
        return False
    if order.received_at is None:
        sql.update_order(tx, order.id, received_at=tx.now)
        tx.emit(OrderReceived(order_id=order.id))
    return True
