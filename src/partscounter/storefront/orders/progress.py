"""How far an order is, as its buyer is told."""

from dataclasses import dataclass
from enum import StrEnum

from partscounter.domain.approvals import Approval
from partscounter.domain.orders import Order, Stage

_STEPS = (
    ("ordered", tuple(stage for stage in Stage if stage is not Stage.CANCELLED)),
    (
        "ready",
        (Stage.RESERVED, Stage.ISSUED, Stage.PACKED, Stage.IN_TRANSIT, Stage.DELIVERED, Stage.INVOICED),
    ),
    ("packed", (Stage.PACKED, Stage.IN_TRANSIT, Stage.DELIVERED, Stage.INVOICED)),
    ("shipped", (Stage.IN_TRANSIT, Stage.DELIVERED, Stage.INVOICED)),
    ("delivered", (Stage.DELIVERED, Stage.INVOICED)),
)


class Standing(StrEnum):
    """An order in one word."""

    REJECTED = "rejected"
    """The company or the dealer did not agree."""
    CANCELLED = "cancelled"
    WAITING = "waiting"
    """Somebody has still to agree."""
    DELIVERED = "delivered"
    SHIPPED = "shipped"
    PARTLY_SHIPPED = "partly_shipped"
    BACK_ORDER = "back_order"
    """Units are waited for."""
    PREPARED = "prepared"
    ORDERED = "ordered"


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way, and how many units have come so far."""

    name: str
    units: int
    of: int

    @property
    def is_done(self) -> bool:
        return 0 < self.of == self.units

    @property
    def is_begun(self) -> bool:
        return self.units > 0


def steps_of(order: Order) -> tuple[Step, ...]:
    """The way from ordering to delivery; units that were cancelled do not count."""
    going = sum(line.quantity - line.quantities.cancelled for line in order.lines)
    return tuple(
        Step(name, sum(line.quantities.units_in(stages) for line in order.lines), going) for name, stages in _STEPS
    )


def standing_of(order: Order) -> Standing:
    """The word for the list of orders."""
    if Approval.REJECTED in {order.customer_status, order.vendor_status}:
        return Standing.REJECTED
    if order.is_void:
        return Standing.CANCELLED
    if order.customer_status is Approval.PENDING:
        return Standing.WAITING
    return _by_units(order)


def _by_units(order: Order) -> Standing:
    steps = {step.name: step for step in steps_of(order)}
    waits = any(line.quantities.backorder for line in order.lines)
    true_of = {
        Standing.DELIVERED: steps["delivered"].is_done,
        Standing.SHIPPED: steps["shipped"].is_done,
        Standing.PARTLY_SHIPPED: steps["shipped"].is_begun,
        Standing.BACK_ORDER: waits,
        Standing.PREPARED: steps["ready"].is_begun,
    }
    return next((standing for standing, is_so in true_of.items() if is_so), Standing.ORDERED)
