"""Which units an update moves, and what is odd about it. Pure: no database, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from partscounter.domain.fulfilment.errors import PartNotOnDocument
from partscounter.domain.fulfilment.states import ARRIVED, EFFECTS, PICKUP_ONLY, SHIPS
from partscounter.domain.fulfilment.update import FulfilmentType, TrackingStatus, TrackingUpdate, UpdatePart
from partscounter.domain.orders import (
    MovableLine,
    MovableOrder,
    Move,
    Order,
    OrderLine,
    Quantities,
    Stage,
    moves_forward,
    moves_to_cancel,
)
from partscounter.kit.refusal import Violation
from partscounter.kit.text import squash

LineT = TypeVar("LineT", OrderLine, MovableLine)


@dataclass(frozen=True, slots=True)
class Plan:
    """Moves and over-shipped units by line number, and warnings in sentences."""

    moves: dict[int, list[Move]]
    over_shipped: dict[int, int]
    warnings: list[str]

    _left: dict[int, tuple[Quantities, int]] = field(default_factory=dict)
    """Where a line's units are after as many of its moves; worked out only for a line that is asked for again."""

    def left_of(self, line: MovableLine) -> Quantities:
        """Where the units of `line` are once what is planned so far has been done."""
        quantities, made = self._left.get(line.number, (line.quantities, 0))
        moves = self.moves.get(line.number, [])
        if len(moves) == made:
            return quantities
        quantities = quantities.after(moves[made:])
        self._left[line.number] = quantities, len(moves)
        return quantities


def plan_update(order: MovableOrder, update: TrackingUpdate) -> Plan:
    """What `update` does to `order`; refuses with PartNotOnDocument."""
    lines = match_parts(order.lines, update.parts)
    effect = EFFECTS[update.status]
    plan = Plan({}, {}, odd_statuses(order, update))
    if effect.target is None:
        return plan
    for part, candidates in zip(update.parts, lines, strict=True):
        if part.quantity == 0:
            plan.warnings.append(f"Nothing of {part.part_number} was left for this status.")
        excess = _move_part(plan, candidates, effect.target, part.quantity)
        if excess:
            _note_excess(plan, candidates, part, excess, over_ships=effect.over_ships)
    if update.status == TrackingStatus.FULLY_SHIPPED and any(plan.left_of(line).to_ship for line in order.lines):
        plan.warnings.append("Fully shipped, but parts of the order are still open.")
    return plan


def match_parts(document: Sequence[LineT], parts: Sequence[UpdatePart]) -> list[list[LineT]]:
    """The lines of the document that each part names; refuses with PartNotOnDocument where there is none."""
    by_key: dict[str, list[LineT]] = {}
    for line in document:
        for key in line.part_keys:
            by_key.setdefault(key, []).append(line)
    matched = [by_key.get(squash(part.part_number), []) for part in parts]
    unknown = tuple(
        Violation(f"parts[{index}].partNumber", "The part is not on the document.", part.part_number)
        for index, (part, lines) in enumerate(zip(parts, matched, strict=True))
        if not lines
    )
    if unknown:
        raise PartNotOnDocument("A part is not on the document.", unknown)
    return matched


def _move_part(plan: Plan, lines: Sequence[MovableLine], target: Stage, units: int) -> int:
    """Spread `units` over the lines in their order; the units that no line could take."""
    left = units
    for line in lines:
        now = plan.left_of(line)
        moves = moves_to_cancel(now, left) if target == Stage.CANCELLED else moves_forward(now, target, left)
        if moves:
            plan.moves.setdefault(line.number, []).extend(moves)
            left -= sum(move.units for move in moves)
    return left


def _note_excess(plan: Plan, lines: Sequence[MovableLine], part: UpdatePart, excess: int, *, over_ships: bool) -> None:
    if over_ships:
        last = lines[-1].number
        plan.over_shipped[last] = plan.over_shipped.get(last, 0) + excess
        plan.warnings.append(f"{excess} more of {part.part_number} shipped than ordered.")
    else:
        plan.warnings.append(f"{excess} of {part.part_number} beyond what was left for this status.")


def odd_statuses(order: Order | MovableOrder, update: TrackingUpdate) -> list[str]:
    """What is odd about the status of `update`, after what came before it; in sentences."""
    odd = []
    if update.type == FulfilmentType.DELIVERY and update.status in PICKUP_ONLY:
        odd.append(f"{update.status} is a pickup status, but the fulfilment type is delivery.")
    if order.tracking_status in ARRIVED and update.status in SHIPS:
        odd.append(f"{update.status} came after {order.tracking_status}.")
    is_cancelled = all(line.quantities.cancelled == line.quantities.ordered for line in order.lines)
    if is_cancelled and update.status != TrackingStatus.CANCELLED:
        odd.append(f"{update.status} came after the order was cancelled.")
    return odd
