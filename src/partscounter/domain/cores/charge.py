"""A core charge on a line of an order, and the entries of its ledger."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry says; the values are stored."""

    DEPOSIT = "deposit"
    """The customer owes the charge, as part of the order."""
    CANCELLED = "cancelled"
    """Units were never shipped: nothing is owed for them."""
    DUE = "due"
    """Units were shipped; their old parts are to come back by `due_on`, where there is such a day."""
    RETURN = "return"
    """Old parts came back: `credit` goes to the customer, `kept` stays with the dealer."""
    OVERDUE = "overdue"
    """Old parts did not come back in time: the dealer keeps all of it."""


class Grade(StrEnum):
    """How good a returned core is, and so how much of its deposit is credited."""

    FULL = "full"
    PARTIAL = "partial"
    """The dealer's share, as it was when the deposit was opened."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class CoreTerms:
    """What a dealer grants for cores; a charge keeps the terms of its day."""

    days_to_return: int | None = None
    """From shipment; None for ever."""
    partial_percent: Decimal = Decimal("50.00")
    """Of the deposit, for a core of grade partial."""


@dataclass(frozen=True, slots=True)
class CoreCharge:
    """The charge on one line."""

    order_id: int
    line_number: int
    dealer_id: int
    customer_id: int | None
    currency: str
    each: Decimal
    """For one unit."""
    terms: CoreTerms

    def credit_for(self, units: int, grade: Grade) -> Decimal:
        """What `units` of that grade bring; whole cents, since one unit's share is rounded first."""
        percent = {Grade.FULL: Decimal(100), Grade.PARTIAL: self.terms.partial_percent, Grade.NONE: Decimal(0)}[grade]
        return (self.each * percent / 100).quantize(Decimal("0.01")) * units


@dataclass(frozen=True, slots=True)
class CoreEntry:
    """One entry; entries are added and never changed."""

    id: int
    order_id: int
    line_number: int
    kind: EntryKind
    units: int
    credit: Decimal
    kept: Decimal
    grade: Grade | None
    due_on: date | None
    note: str
    entered_at: datetime
    entered_by: str
