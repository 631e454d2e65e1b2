"""Quantities for an update that names parts only: each part stands for all that its status can still move."""

from collections.abc import Sequence
from dataclasses import replace

from partscounter.domain.fulfilment.plan import match_parts
from partscounter.domain.fulfilment.states import EFFECTS
from partscounter.domain.fulfilment.update import TrackingStatus, TrackingUpdate, UpdatePart
from partscounter.domain.orders import (
    NOT_SHIPPED,
    MovableLine,
    MovableOrder,
    Quantities,
    Stage,
    moves_forward,
    moves_to_cancel,
)

_NOT_ARRIVED = (*NOT_SHIPPED, Stage.IN_TRANSIT)


def fill_quantities(order: MovableOrder, update: TrackingUpdate) -> TrackingUpdate:
    """`update` with the open units of each part, 0 where none is left; refuses with PartNotOnDocument.

    Open is what has not come as far as the status says: for a shipment the units not yet shipped, for a delivery
    those not yet delivered. A status that moves nothing speaks of what has not arrived. Units that two parts share
    belong to the first of them.
    """
    left = {line.number: open_units(line.quantities, update.status) for line in order.lines}
    matched = match_parts(order.lines, update.parts)
    parts = tuple(_take(part, lines, left) for part, lines in zip(update.parts, matched, strict=True))
    return replace(update, parts=parts, takes_what_is_open=False)


def open_units(quantities: Quantities, status: TrackingStatus) -> int:
    """The units of a line that an update of `status` can still be about."""
    target = EFFECTS[status].target
    if target is None:
        return quantities.units_in(_NOT_ARRIVED)
    if target is Stage.CANCELLED:
        moves = moves_to_cancel(quantities, quantities.ordered)
    else:
        moves = moves_forward(quantities, target, quantities.ordered)
    return sum(move.units for move in moves)


def _take(part: UpdatePart, lines: Sequence[MovableLine], left: dict[int, int]) -> UpdatePart:
    return part._replace(quantity=sum(left.pop(line.number, 0) for line in lines))
