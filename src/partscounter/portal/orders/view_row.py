"""An order as one line of the queue."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from partscounter.domain.approvals import Approval
from partscounter.domain.customers import Customer
from partscounter.domain.fulfilment import TrackingStatus
from partscounter.domain.fulfilment.desk import Step, possible_steps
from partscounter.domain.orders import NOT_SHIPPED, Order, Stage
from partscounter.domain.orders.queue import AGES
from partscounter.portal.orders.words import STAGES

_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)
_NEXT: Final = (
    (Stage.RESERVED, Step.PICK),
    (Stage.OPEN, Step.PICK),
    (Stage.ISSUED, Step.PACK),
    (Stage.PACKED, Step.SHIP),
    (Stage.IN_TRANSIT, Step.DELIVER),
    (Stage.DELIVERED, Step.INVOICE),
)
"""Units in this stage → what is usually done next; the first that holds."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an order stands, in a word; `tone` is a class of the style sheet."""

    text: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the queue."""

    order: Order
    age: str
    age_tone: str
    standing: Standing
    units: str
    customer: str
    next_step: Step | None


def view_row(order: Order, customers: Mapping[int, Customer], now: datetime) -> Row:
    """`order` as it stands at `now`; `customers` by our own id."""
    known = None if order.customer_id is None else customers.get(order.customer_id)
    names = (order.contact.company, order.contact.name, known.name if known else "", order.contact.email)
    age = now - order.placed_at
    return Row(
        order=order,
        age=age_text(age),
        age_tone=age_tone(age) if is_open(order) else "",
        standing=standing_of(order),
        units=units_text(order),
        customer=next((name for name in names if name), "unknown"),
        next_step=next_step(order),
    )


def is_open(order: Order) -> bool:
    """Whether anything is left to ship."""
    return any(line.quantities.units_in(NOT_SHIPPED) for line in order.lines)


def age_text(age: timedelta) -> str:
    """Such as `3 d`, `5 h`, `12 min`."""
    if age >= _DAY:
        return f"{age // _DAY} d"
    return f"{age // _HOUR} h" if age >= _HOUR else f"{max(0, age // timedelta(minutes=1))} min"


def age_tone(age: timedelta) -> str:
    """Beside the text, which says the same in days."""
    _, late, very_late = AGES
    if age >= timedelta(days=very_late):
        return "bad"
    return "warn" if age >= timedelta(days=late) else ""


def units_text(order: Order) -> str:
    """Such as `2 reserved, 3 back-ordered`."""
    counts = {stage: sum(line.quantities.at(stage) for line in order.lines) for stage in Stage}
    return ", ".join(f"{count} {STAGES[stage]}" for stage, count in counts.items() if count)


def standing_of(order: Order) -> Standing:
    """What somebody at the desk has to know first."""
    for holds, standing in (
        (order.is_void, Standing("Cancelled")),
        (Approval.REJECTED in {order.customer_status, order.vendor_status}, Standing("Rejected", "bad")),
        (order.customer_status is Approval.PENDING, Standing("Customer to approve", "warn")),
        (order.vendor_status is Approval.PENDING, Standing("To approve", "warn")),
        (order.tracking_status == TrackingStatus.ON_HOLD, Standing("On hold", "warn")),
        (order.tracking_status == TrackingStatus.EXCEPTION, Standing("Problem", "bad")),
        (is_open(order) and _has(order, Stage.BACKORDER), Standing("Back-ordered", "warn")),
        (is_open(order) and _has(order, Stage.RESERVED, Stage.OPEN), Standing("To pick")),
        (is_open(order), Standing("To ship")),
        (_has(order, Stage.IN_TRANSIT), Standing("In transit", "good")),
        (_has(order, Stage.DELIVERED), Standing("Delivered", "good")),
    ):
        if holds:
            return standing
    return Standing("Closed")


def next_step(order: Order) -> Step | None:
    """What is usually done next; None where somebody else has to act first."""
    waits = order.customer_status is Approval.PENDING or order.tracking_status == TrackingStatus.ON_HOLD
    possible = possible_steps(order)
    if waits:
        return Step.RELEASE if Step.RELEASE in possible else None
    return next((step for stage, step in _NEXT if _has(order, stage) and step in possible), None)


def _has(order: Order, *stages: Stage) -> bool:
    return any(line.quantities.units_in(stages) for line in order.lines)
