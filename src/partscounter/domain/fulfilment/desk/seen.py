"""What somebody saw of an order before deciding what to do with it, as a short text that a form can carry."""

from hashlib import sha256
from typing import Final

from partscounter.domain.orders import MovableOrder, Order

_LENGTH: Final = 32


def seen_of(order: Order | MovableOrder) -> str:
    """Equal as long as units, approvals, document number and tracking status are; not secret."""
    facts = (
        order.id,
        order.document_number,
        order.tracking_status,
        order.vendor_status.value,
        order.customer_status.value,
        [(line.number, tuple(line.quantities), line.over_shipped) for line in order.lines],
    )
    return sha256(repr(facts).encode()).hexdigest()[:_LENGTH]
