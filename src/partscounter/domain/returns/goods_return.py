"""A return of goods (RMA): what comes back of which document, and how far it is.

requested ──► authorised ──► received ──► credited
    │             │
    ├► refused    └► withdrawn
    └► withdrawn
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from partscounter.domain.orders import OrderLine, Stage

_SHIPPED = (Stage.IN_TRANSIT, Stage.DELIVERED, Stage.INVOICED)


class ReturnState(StrEnum):
    """How far a return is; the values are stored."""

    REQUESTED = "requested"
    AUTHORISED = "authorised"
    RECEIVED = "received"
    CREDITED = "credited"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Requester(StrEnum):
    """Who asked for a return; only a customer is bound by the days that the dealer grants."""

    CUSTOMER = "customer"
    DEALER = "dealer"


@dataclass(frozen=True, slots=True)
class ReturnTerms:
    """What a dealer grants for goods."""

    days_to_return: int | None = None
    """From the day on which the document was closed, that is shipped; None: customers cannot ask for returns."""
    restocking_percent: Decimal = Decimal("0.00")
    """Of the net price; kept by the dealer."""


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """Units of one line. What was received was put back into stock or scrapped: `received` is their sum."""

    line_number: int
    units: int
    """Asked for."""
    restocked: int = 0
    scrapped: int = 0

    @property
    def received(self) -> int:
        return self.restocked + self.scrapped


@dataclass(frozen=True, slots=True)
class GoodsReturn:
    """One return."""

    id: int
    order_id: int
    state: ReturnState
    requested_by: Requester
    reason: str
    note: str
    """What the dealer said when it decided."""
    lines: tuple[ReturnedLine, ...]
    requested_at: datetime
    changed_at: datetime

    @property
    def number(self) -> str:
        """What stands on the parcel."""
        return f"RMA-{self.id}"

    def claims(self, line_number: int) -> int:
        """Units of a line that no other return can have: those asked for, and once it was received, those that came."""
        if self.state in {ReturnState.REFUSED, ReturnState.WITHDRAWN}:
            return 0
        here = (line for line in self.lines if line.line_number == line_number)
        is_in = self.state in {ReturnState.RECEIVED, ReturnState.CREDITED}
        return sum(line.received if is_in else line.units for line in here)


def returnable_units(line: OrderLine, returns: Iterable[GoodsReturn]) -> int:
    """Units of the line that were shipped and are in no return."""
    return line.quantities.units_in(_SHIPPED) - sum(each.claims(line.number) for each in returns)
