"""A line of an order that came after somebody was told of its item."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class RecoveredLine:
    """The line, and the want that it met."""

    want_id: int
    order_id: int
    line_id: int
    dealer_id: int
    currency: str
    placed_at: datetime
    units: int
    """Ordered and not cancelled."""
    price_each: Decimal
