"""Which orders somebody at the desk asks for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from partscounter.domain.orders.order import Channel


class Work(StrEnum):
    """What is to be done with an order; one order may need several things. The values stand in addresses."""

    OPEN = "open"
    """Anything at all is left to ship."""
    TO_PICK = "to_pick"
    """Units that are held, or of no item of stock, and not yet picked."""
    TO_SHIP = "to_ship"
    """Units picked or packed."""
    BACK_ORDERED = "back_ordered"
    APPROVAL = "approval"
    """The customer or the dealer has not agreed yet."""
    ON_HOLD = "on_hold"
    IN_TRANSIT = "in_transit"
    REVIEW = "review"
    """Submitted again with other parts, which nobody has looked at."""
    DELIVERED = "delivered"
    """Units that arrived and are not invoiced."""
    CLOSED = "closed"
    """Nothing is left to ship."""
    ALL = "all"


AGES: Final = (1, 3, 7)
"""Days after which an open order is called older; the bars of the dashboard and the marks of the queue."""


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What is asked for; None and empty leave a question open."""

    dealers: frozenset[int] | None = None
    """Of one of these; an empty set finds nothing."""
    work: Work = Work.OPEN
    store_id: int | None = None
    customer_id: int | None = None
    channel: Channel | None = None
    older_than_days: int | None = None
    """Placed this many days ago or longer."""
    newer_than_days: int | None = None
    """Placed less than this many days ago."""
    text: str = ""
    """A piece of order number, document number, reference, the contact's name or company, mail address or part code;
    in any case, as far as ASCII goes. Orders that are closed and not among the newest are found by their whole number,
    or by their customer."""
