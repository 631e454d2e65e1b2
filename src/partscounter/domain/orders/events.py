"""What happens to orders. Each event that moves units carries the moves, so that states can be rebuilt from history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from partscounter.domain.approvals import Approval
from partscounter.domain.orders.quantities import Move

Moves = Mapping[int, Sequence[Move]]
"""Moves by line number."""


def moves_data(moves: Moves) -> list[list[object]]:
    """`[line number, from, to, units]` of every move."""
    # A stage is a text already; to ask for its `.value` would take longer than all the rest.
    return [[number, *move] for number in sorted(moves) for move in moves[number]]


@dataclass(frozen=True, slots=True)
class OrderPlaced:
    """An order came in; for a resubmission, `replaces` is the order before it."""

    kind: ClassVar[str] = "order.placed"
    order_id: int
    number: str
    channel: str
    quantities: tuple[tuple[int, int], ...]
    """Line number and quantity ordered."""
    moves: Moves
    """What was reserved or put on back order at once."""
    reserve_later: bool = False
    """Stock is still to be reserved (asynchronous store)."""
    replaces: int | None = None
    vendor_status: Approval = Approval.APPROVED
    customer_status: Approval = Approval.APPROVED

    @property
    def subject(self) -> str:
        return f"order:{self.order_id}"

    def data(self) -> Mapping[str, object]:
        return {
            "order": self.order_id,
            "number": self.number,
            "channel": self.channel,
            "quantities": [list(pair) for pair in self.quantities],
            "moves": moves_data(self.moves),
            "reserve_later": self.reserve_later,
            "replaces": self.replaces,
            "vendor_status": self.vendor_status.value,
            "customer_status": self.customer_status.value,
        }


@dataclass(frozen=True, slots=True)
class UnitsMoved:
    """Units of an order moved between stages, for a reason other than an order-tracking update."""

    kind: ClassVar[str] = "order.units_moved"
    order_id: int
    reason: str
    """reserved, replaced, cancelled, invoiced…"""
    moves: Moves

    @property
    def subject(self) -> str:
        return f"order:{self.order_id}"

    def data(self) -> Mapping[str, object]:
        return {"order": self.order_id, "reason": self.reason, "moves": moves_data(self.moves)}
