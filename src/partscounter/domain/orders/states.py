"""The states that others see, each derived from where the units are. Nothing here is stored.

Parts Orders, section "Parts Orders Status Fields", with the decisions in its page of the contract:

    line    the stage of its least advanced unit that is neither invoiced nor cancelled
    order   CLOSED      every line is invoiced or cancelled
            SHIPPED     any unit is in transit, delivered or invoiced
            INPROGRESS  any unit is on back order or packed
            CONFIRMED   any unit is reserved or issued
            CREATED     otherwise
"""

from collections.abc import Iterable
from enum import StrEnum

from partscounter.domain.orders.quantities import ADVANCE, FINAL, Quantities, Stage, added_up


class LineState(StrEnum):
    """How far a line is."""

    OPEN = "OPEN"
    BACKORDER = "BACKORDER"
    RESERVED = "RESERVED"
    ISSUED = "ISSUED"
    PACKED = "PACKED"
    IN_TRANSIT = "INTRANSIT"
    DELIVERED = "DELIVERED"
    INVOICED = "INVOICED"
    CANCELLED = "CANCELLED"


class OrderState(StrEnum):
    """How far an order is."""

    CREATED = "CREATED"
    CONFIRMED = "CONFIRMED"
    IN_PROGRESS = "INPROGRESS"
    SHIPPED = "SHIPPED"
    CLOSED = "CLOSED"


_LINE_STATE_OF_STAGE = {stage: LineState[stage.name] for stage in Stage}

_FIRST_THAT_HOLDS = (
    (OrderState.SHIPPED, (Stage.IN_TRANSIT, Stage.DELIVERED, Stage.INVOICED)),
    (OrderState.IN_PROGRESS, (Stage.BACKORDER, Stage.PACKED)),
    (OrderState.CONFIRMED, (Stage.RESERVED, Stage.ISSUED)),
)


def line_state(quantities: Quantities) -> LineState:
    """The state of a line whose units are so placed."""
    for stage in ADVANCE:
        if stage not in FINAL and quantities.at(stage):
            return _LINE_STATE_OF_STAGE[stage]
    return LineState.INVOICED if quantities.invoiced else LineState.CANCELLED


def order_state(lines: Iterable[Quantities]) -> OrderState:
    """The state of an order with such lines."""
    placed = added_up(lines)
    if placed.unfinished == 0:
        return OrderState.CLOSED
    return next((state for state, stages in _FIRST_THAT_HOLDS if placed.units_in(stages)), OrderState.CREATED)
