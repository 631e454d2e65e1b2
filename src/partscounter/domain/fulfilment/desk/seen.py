"""What somebody saw of an order before deciding what to do with it, as a short text that a form can carry."""

from hashlib import sha256
from typing import Final

from partscounter.database import ReadTx
from partscounter.domain.fulfilment import store as sql
from partscounter.domain.orders import MovableOrder, Order

_LENGTH: Final = 32


def seen_of(tx: ReadTx, order: Order | MovableOrder) -> str:
    """Equal as long as units, approvals, document number and newest update are; not secret.

    The newest update, not just its status: an order that was released, and is put on hold once more, is another.
    """
    facts = (
        order.id,
        order.document_number,
        sql.newest_update(tx, order.id),
        order.vendor_status.value,
        order.customer_status.value,
        [(line.number, tuple(line.quantities), line.over_shipped) for line in order.lines],
    )
    return sha256(repr(facts).encode()).hexdigest()[:_LENGTH]
