"""An order as far as fulfilment needs it: where its units are, and what its parts are called.

A tracking update reads, moves and writes this much of an order, and none of its parties, terms and prices.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from partscounter.domain.approvals import Approval
from partscounter.domain.orders.line import part_keys
from partscounter.domain.orders.quantities import Quantities
from partscounter.domain.orders.states import LineState, OrderState, line_state, order_state


class MovableLine(NamedTuple):
    """The fields are those of `OrderLine`."""

    id: int
    number: int
    item_id: int | None
    code: str
    brand_code: str
    part_code: str
    core: Decimal
    """Of one unit."""
    quantities: Quantities
    allocated: int
    over_shipped: int

    @property
    def state(self) -> LineState:
        """How far the line is."""
        return line_state(self.quantities)

    @property
    def part_keys(self) -> frozenset[str]:
        """The names that the line answers to, squashed."""
        return part_keys(self.code, self.brand_code, self.part_code)

    def with_units(self, quantities: Quantities, *, allocated: int, over_shipped: int) -> "MovableLine":
        """This line with its units elsewhere."""
        return MovableLine(
            self.id,
            self.number,
            self.item_id,
            self.code,
            self.brand_code,
            self.part_code,
            self.core,
            quantities,
            allocated,
            over_shipped,
        )


@dataclass(frozen=True, slots=True)
class MovableOrder:
    """The fields are those of `Order`."""

    id: int
    document_number: str
    tracking_status: str
    vendor_status: Approval
    customer_status: Approval
    closed_at: datetime | None
    lines: tuple[MovableLine, ...]

    @property
    def state(self) -> OrderState:
        """How far the order is."""
        return order_state(line.quantities for line in self.lines)
