"""The order desk: what a person at the counter does with the units of an order, by the same moves as the contracts."""

from partscounter.domain.fulfilment.desk.errors import InvalidStep, OrderChanged
from partscounter.domain.fulfilment.desk.plan_step import PlannedStep, plan_step
from partscounter.domain.fulfilment.desk.seen import seen_of
from partscounter.domain.fulfilment.desk.step import Step, StepDraft
from partscounter.domain.fulfilment.desk.take_step import StepTaken, take_step
from partscounter.domain.fulfilment.desk.units import movable_units, possible_steps, usual_units

__all__ = [
    "InvalidStep",
    "OrderChanged",
    "PlannedStep",
    "Step",
    "StepDraft",
    "StepTaken",
    "movable_units",
    "plan_step",
    "possible_steps",
    "seen_of",
    "take_step",
    "usual_units",
]
