"""Noting on an order what order tracking last said of it."""

from partscounter.database import WriteTx
from partscounter.domain.orders import store as sql


def note_tracking_status(tx: WriteTx, order_id: int, status: str) -> None:
    """Store the document status that was taken last. The caller holds the order's lock."""
    sql.update_order(tx, order_id, tracking_status=status)
