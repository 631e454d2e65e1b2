"""Where the units of an order line are. Units move between stages; none is ever lost or made.

OPEN ──► RESERVED ──► ISSUED ──► PACKED ──► IN_TRANSIT ──► DELIVERED ──► INVOICED
  │          ▲
  └► BACKORDER ┘            anything not yet shipped may become CANCELLED
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple


class Stage(StrEnum):
    """A stage on the way of a unit; the order of the members is the order of advance."""

    OPEN = "open"
    BACKORDER = "backorder"
    RESERVED = "reserved"
    ISSUED = "issued"
    PACKED = "packed"
    IN_TRANSIT = "in_transit"
    DELIVERED = "delivered"
    INVOICED = "invoiced"
    CANCELLED = "cancelled"


ADVANCE = tuple(Stage)
HOLDING = (Stage.RESERVED, Stage.ISSUED, Stage.PACKED)
"""Stages in which stock is held for the line."""
NOT_SHIPPED = (Stage.OPEN, Stage.BACKORDER, *HOLDING)
FINAL = frozenset({Stage.INVOICED, Stage.CANCELLED})

_PLACES = {stage: place for place, stage in enumerate(ADVANCE)}
_Sources = tuple[tuple[int, Stage], ...]
"""Stages to take units from, in their order, each behind its place among the fields of `Quantities`."""
_NEAREST_BEFORE = {stage: tuple(enumerate(ADVANCE[:place]))[::-1] for stage, place in _PLACES.items()}
_LEAST_ADVANCED: _Sources = tuple((_PLACES[stage], stage) for stage in NOT_SHIPPED)


class Move(NamedTuple):
    """`units` of a line went from one stage to another."""

    source: Stage
    target: Stage
    units: int


class Quantities(NamedTuple):
    """Units in each stage, fields in the order of advance; their sum is the quantity ordered.

    A tuple, as are the other values of which an update makes hundreds: a frozen dataclass takes five times as long.
    """

    open: int = 0
    backorder: int = 0
    reserved: int = 0
    issued: int = 0
    packed: int = 0
    in_transit: int = 0
    delivered: int = 0
    invoiced: int = 0
    cancelled: int = 0

    def at(self, stage: Stage) -> int:
        """Units in one stage."""
        return self[_PLACES[stage]]

    @property
    def ordered(self) -> int:
        """The quantity ordered."""
        # Written out: every price of every exported line asks for it, and a sum over the stages takes 20 times as long.
        return self.to_ship + self.in_transit + self.delivered + self.invoiced + self.cancelled

    @property
    def held(self) -> int:
        """Units for which stock is held: those in the stages `HOLDING`, in a tenth of the time."""
        return self.reserved + self.issued + self.packed

    @property
    def to_ship(self) -> int:
        """Units that were neither shipped nor cancelled: those in the stages `NOT_SHIPPED`."""
        return self.open + self.backorder + self.reserved + self.issued + self.packed

    @property
    def unfinished(self) -> int:
        """Units that are neither invoiced nor cancelled."""
        return sum(self.at(stage) for stage in Stage if stage not in FINAL)

    def units_in(self, stages: tuple[Stage, ...]) -> int:
        """Units in any of `stages`."""
        return sum([self.at(stage) for stage in stages])

    def after(self, moves: Sequence[Move]) -> "Quantities":
        """These quantities once `moves` have been made; refuses a move of more units than its source holds."""
        units = list(self)
        for move in moves:
            source = _PLACES[move.source]
            if move.units < 0 or units[source] < move.units:
                raise ValueError(f"{move} takes more than there is in {self}")
            units[source] -= move.units
            units[_PLACES[move.target]] += move.units
        return Quantities(*units)

    def as_data(self) -> Mapping[str, int]:
        """Units by stage, without the empty ones."""
        return {stage.value: units for stage, units in zip(Stage, self, strict=True) if units}


def added_up(lines: Iterable[Quantities]) -> Quantities:
    """The units of all `lines` in each stage."""
    return Quantities(*map(sum, zip(*lines, strict=True)))


def moves_forward(quantities: Quantities, target: Stage, units: int) -> list[Move]:
    """Moves that bring up to `units` to `target` from the stages before it, the nearest first."""
    return _moves(quantities, _NEAREST_BEFORE[target], target, units)


def moves_to_cancel(quantities: Quantities, units: int) -> list[Move]:
    """Moves that cancel up to `units` of what has not been shipped, the least advanced first."""
    return _moves(quantities, _LEAST_ADVANCED, Stage.CANCELLED, units)


def _moves(quantities: Quantities, sources: _Sources, target: Stage, units: int) -> list[Move]:
    moves: list[Move] = []
    left = units
    for place, source in sources:
        if left <= 0:
            break
        taken = min(left, quantities[place])
        if taken:
            moves.append(Move(source, target, taken))
            left -= taken
    return moves
