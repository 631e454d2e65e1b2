"""What a step will do to an order, before it is taken. Pure: no database, no clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from partscounter.domain.fulfilment.desk.errors import InvalidStep
from partscounter.domain.fulfilment.desk.step import Step, StepDraft
from partscounter.domain.fulfilment.desk.units import TARGETS, movable_units, moves_of
from partscounter.domain.fulfilment.plan import Plan, odd_statuses
from partscounter.domain.fulfilment.update import Shipment, TrackingStatus, TrackingUpdate, UpdatePart
from partscounter.domain.orders import NOT_SHIPPED, Move, Order, Quantities, Stage
from partscounter.kit.refusal import Violation

_STATUSES: Final[Mapping[Step, TrackingStatus]] = {
    Step.READY: TrackingStatus.READY_FOR_PICKUP,
    Step.SHIP: TrackingStatus.FULLY_SHIPPED,
    Step.HAND_OVER: TrackingStatus.PICKED_UP,
    Step.DELIVER: TrackingStatus.DELIVERED,
    Step.CANCEL: TrackingStatus.CANCELLED,
    Step.HOLD: TrackingStatus.ON_HOLD,
    Step.RELEASE: TrackingStatus.RELEASED,
    Step.PROBLEM: TrackingStatus.EXCEPTION,
}
"""What the step says to the customer if nothing is left for later; a step that is not here says nothing."""
_PARTIAL: Final[Mapping[Step, tuple[TrackingStatus, tuple[Stage, ...]]]] = {
    Step.READY: (TrackingStatus.READY_FOR_PARTIAL_PICKUP, tuple(each for each in NOT_SHIPPED if each != Stage.PACKED)),
    Step.SHIP: (TrackingStatus.PARTIALLY_SHIPPED, NOT_SHIPPED),
}
"""What it says otherwise, and where those units are that are left for later."""
_LONGEST: Final = {"carrier": 20, "method": 20, "tracking_id": 40, "tracking_url": 254}
"""Order Tracking v3, "Request body"."""


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """The update that the step makes (None where it makes none), and what it does to the lines."""

    update: TrackingUpdate | None
    plan: Plan


def plan_step(order: Order, draft: StepDraft) -> PlannedStep:
    """What `draft` does to `order`; refuses with InvalidStep, naming `units[<line>]` and shipment fields."""
    units = _units(order, draft)
    _check(order, draft, units)
    moves = _moves(order, draft.step, units)
    after = {line.number: line.quantities.after(moves.get(line.number, [])) for line in order.lines}
    status = _status(draft.step, after)
    if status is None:
        return PlannedStep(None, Plan(moves, {}, []))
    update = TrackingUpdate(
        dealer_id=order.dealer_id,
        document_number=order.document_number,
        status=status,
        type=draft.type,
        parts=tuple(UpdatePart(line.code, units[line.number]) for line in order.lines if units.get(line.number)),
        shipment=draft.shipment,
        fingerprint=draft.fingerprint,
    )
    return PlannedStep(update, Plan(moves, {}, odd_statuses(order, update)))


def _units(order: Order, draft: StepDraft) -> Mapping[int, int]:
    """Those asked for; of a step that moves nothing, those that have not arrived."""
    if draft.step in TARGETS:
        return draft.units
    return {line.number: movable_units(line.quantities, draft.step) for line in order.lines}


def _moves(order: Order, step: Step, units: Mapping[int, int]) -> dict[int, list[Move]]:
    if step not in TARGETS:
        return {}
    found = {line.number: moves_of(line.quantities, step, units.get(line.number, 0)) for line in order.lines}
    return {number: moves for number, moves in found.items() if moves}


def _status(step: Step, after: Mapping[int, Quantities]) -> TrackingStatus | None:
    if step in _PARTIAL:
        partial, left = _PARTIAL[step]
        if any(quantities.units_in(left) for quantities in after.values()):
            return partial
    return _STATUSES.get(step)


def _check(order: Order, draft: StepDraft, units: Mapping[int, int]) -> None:
    wrong = [*_wrong_units(order, draft.step, units), *_wrong_shipment(draft.shipment)]
    if not any(units.values()):
        wrong.append(Violation("units", "must name at least one unit"))
    if wrong:
        raise InvalidStep("This cannot be done.", tuple(wrong))


def _wrong_units(order: Order, step: Step, units: Mapping[int, int]) -> list[Violation]:
    most = {line.number: movable_units(line.quantities, step) for line in order.lines}
    return [
        Violation(f"units[{number}]", f"must be from 0 to {most.get(number, 0)}", count)
        for number, count in sorted(units.items())
        if not 0 <= count <= most.get(number, 0)
    ]


def _wrong_shipment(shipment: Shipment) -> list[Violation]:
    wrong = [
        Violation(name, f"must have at most {most} characters", getattr(shipment, name))
        for name, most in _LONGEST.items()
        if len(getattr(shipment, name)) > most
    ]
    if shipment.tracking_id and not shipment.carrier:
        wrong.append(Violation("carrier", "must be named with a tracking number"))
    if shipment.tracking_url and not _is_web_address(shipment.tracking_url):
        wrong.append(Violation("tracking_url", "must begin with http:// or https://", shipment.tracking_url))
    return wrong


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
