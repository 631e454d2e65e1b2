"""The form of a step: its lines, what it proposes, and the mail that it would send."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from partscounter.database import ReadTx
from partscounter.domain import notifications
from partscounter.domain.fulfilment import FulfilmentType, Shipment
from partscounter.domain.fulfilment.desk import (
    InvalidStep,
    PlannedStep,
    Step,
    StepDraft,
    movable_units,
    plan_step,
    usual_units,
)
from partscounter.domain.notifications import Preview
from partscounter.domain.orders import Order, OrderLine

MOVES_NOTHING: Final = frozenset({Step.HOLD, Step.RELEASE, Step.PROBLEM})
NAMES_SHIPMENT: Final = frozenset({Step.SHIP})
_TYPES: Final[Mapping[Step, tuple[FulfilmentType, ...]]] = {
    Step.READY: (FulfilmentType.PICKUP, FulfilmentType.DROPBOX),
    Step.HAND_OVER: (FulfilmentType.PICKUP, FulfilmentType.DROPBOX),
    Step.SHIP: (FulfilmentType.DELIVERY, FulfilmentType.DROPBOX),
    Step.DELIVER: (FulfilmentType.DELIVERY, FulfilmentType.DROPBOX),
}


@dataclass(frozen=True, slots=True)
class StepLine:
    """One line of the form."""

    line: OrderLine
    most: int
    units: str
    """As proposed, or as it was posted."""


@dataclass(frozen=True, slots=True)
class StepPreview:
    """What the step would do, where it can be done as it stands in the form."""

    planned: PlannedStep
    mail: Preview | None
    """None where nobody is told."""


def types_of(step: Step) -> tuple[FulfilmentType, ...]:
    """Ways for the parts to reach the customer, the usual first; none where the step does not say."""
    return _TYPES.get(step, ())


def propose(order: Order, step: Step, seen: str, shipment: Shipment, *, everything: bool = False) -> StepDraft:
    """What is usually done, or all that can be, with the order that was `seen` so."""
    units_of = movable_units if everything else usual_units
    units = {line.number: units_of(line.quantities, step) for line in order.lines}
    type_ = next(iter(types_of(step)), FulfilmentType.DELIVERY)
    return StepDraft(order.id, step, seen, {n: count for n, count in units.items() if count}, type_, shipment)


def view_lines(order: Order, draft: StepDraft, posted: Mapping[str, str]) -> list[StepLine]:
    """The lines that the step can be about; `posted` are the fields of a form that comes back."""
    lines = ((line, movable_units(line.quantities, draft.step)) for line in order.lines)
    return [
        StepLine(line, most, posted.get(f"units-{line.number}", str(draft.units.get(line.number, 0))))
        for line, most in lines
        if most or posted.get(f"units-{line.number}")
    ]


def preview_step(tx: ReadTx, order: Order, draft: StepDraft) -> StepPreview:
    """What `draft` would do and mail; refuses with InvalidStep. Changes nothing."""
    planned = plan_step(order, draft)
    if planned.update is None:
        return StepPreview(planned, None)
    update = planned.update
    mail = notifications.preview_mail(
        tx, order, update.status, update.parts, type_=update.type, shipment=update.shipment
    )
    return StepPreview(planned, mail)


def preview_if_possible(tx: ReadTx, order: Order, draft: StepDraft) -> StepPreview | None:
    """The same; None where it cannot be done as it is."""
    try:
        return preview_step(tx, order, draft)
    except InvalidStep:
        return None
