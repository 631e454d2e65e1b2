"""Which units a step can move, and which of them it usually does. Pure."""

from collections.abc import Mapping
from typing import Final

from partscounter.domain.fulfilment.desk.step import Step
from partscounter.domain.fulfilment.update import TrackingStatus
from partscounter.domain.orders import NOT_SHIPPED, Move, Order, Quantities, Stage, moves_forward, moves_to_cancel

TARGETS: Final[Mapping[Step, Stage]] = {
    Step.PICK: Stage.ISSUED,
    Step.PACK: Stage.PACKED,
    Step.READY: Stage.PACKED,
    Step.SHIP: Stage.IN_TRANSIT,
    Step.HAND_OVER: Stage.DELIVERED,
    Step.DELIVER: Stage.DELIVERED,
    Step.INVOICE: Stage.INVOICED,
    Step.CANCEL: Stage.CANCELLED,
}
"""Where the units of a step go; a step that is not here moves nothing."""

_ON_THE_SHELF = (Stage.OPEN, Stage.RESERVED)
_HERE = (*_ON_THE_SHELF, Stage.ISSUED, Stage.PACKED)
_UNDER_WAY = (Stage.IN_TRANSIT, Stage.DELIVERED)
_NOT_ARRIVED = (*NOT_SHIPPED, Stage.IN_TRANSIT)

_MOVABLE: Final[Mapping[Step, tuple[Stage, ...]]] = {
    Step.PICK: _ON_THE_SHELF,
    Step.PACK: (*_ON_THE_SHELF, Stage.ISSUED),
    Step.READY: NOT_SHIPPED,
    Step.SHIP: NOT_SHIPPED,
    Step.HAND_OVER: _NOT_ARRIVED,
    Step.DELIVER: _NOT_ARRIVED,
    Step.INVOICE: _UNDER_WAY,
    Step.CANCEL: NOT_SHIPPED,
}
_USUAL: Final[Mapping[Step, tuple[Stage, ...]]] = {
    **_MOVABLE,
    Step.READY: _HERE,
    Step.SHIP: _HERE,
    Step.HAND_OVER: _HERE,
    Step.DELIVER: (Stage.IN_TRANSIT,),
    Step.INVOICE: (Stage.DELIVERED,),
    Step.CANCEL: (),
}


def movable_units(quantities: Quantities, step: Step) -> int:
    """The most units of a line that the step can be about."""
    return quantities.units_in(_MOVABLE.get(step, _NOT_ARRIVED))


def usual_units(quantities: Quantities, step: Step) -> int:
    """The units of a line that the step is mostly about: what is here for a shipment, what travels for a delivery."""
    return quantities.units_in(_USUAL.get(step, _NOT_ARRIVED))


def moves_of(quantities: Quantities, step: Step, units: int) -> list[Move]:
    """What the step does with `units` of a line; the caller has checked that it can."""
    target = TARGETS[step]
    if target is Stage.CANCELLED:
        return moves_to_cancel(quantities, units)
    already = quantities.packed if step is Step.READY else 0
    return moves_forward(quantities, target, max(0, units - already))


def possible_steps(order: Order) -> list[Step]:
    """What can be done with the order as it is now, in the order in which it is done."""
    return [step for step in Step if _is_possible(order, step)]


def _is_possible(order: Order, step: Step) -> bool:
    is_held = order.tracking_status == TrackingStatus.ON_HOLD
    if step is Step.RELEASE and not is_held:
        return False
    if step is Step.HOLD and is_held:
        return False
    return any(movable_units(line.quantities, step) for line in order.lines)
