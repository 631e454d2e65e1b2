"""An amount added to a document or one of its lines, or taken off (inventory, "Looking Up Sales Documents")."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from partscounter.domain.orders import Order
from partscounter.domain.sales.cancelled import cancelled_of


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustmentDraft:
    """What is to be added, in the document's currency; negative to take off."""

    name: str
    amount: Decimal
    reason: str
    """Why, for the history; not shown to the customer."""
    description: str = ""
    line_number: int | None = None
    """The line that it belongs to; None for the whole document."""
    is_taxable: bool = False
    is_subtotal_adjustment: bool = False
    """Whether it is part of the subtotal ("above the line")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """An adjustment that counts."""

    id: int
    order_id: int
    line_number: int | None
    name: str
    description: str
    amount: Decimal
    tax: Decimal
    """The tax that comes with it; 0.00 where it is not taxable."""
    is_taxable: bool
    is_subtotal_adjustment: bool
    reason: str
    return_id: int | None
    """The return that it credits; such a one cannot be removed."""
    added_at: datetime
    added_by: str


def subtotal_of(order: Order, adjustments: Iterable[Adjustment]) -> Decimal:
    """All lines with their core charges, but for cancelled units, and the adjustments above the line."""
    above = (each.amount for each in adjustments if each.is_subtotal_adjustment)
    gone = cancelled_of(order)
    return order.subtotal - gone.net + order.cores - gone.cores + sum(above, Decimal("0.00"))


def tax_of(order: Order, adjustments: Iterable[Adjustment]) -> Decimal:
    """The tax on all lines, but for cancelled units, and on adjustments."""
    return order.tax - cancelled_of(order).tax + sum((each.tax for each in adjustments), Decimal("0.00"))


def total_of(order: Order, adjustments: Iterable[Adjustment]) -> Decimal:
    """What the buyer owes in all, cores included; nothing for units that were cancelled."""
    amounts = sum((each.amount + each.tax for each in adjustments), Decimal("0.00"))
    return order.total + order.cores + amounts - cancelled_of(order).total
