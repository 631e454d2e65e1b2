"""A quote: what a dealer offers somebody, at which prices, and until when.

open ──► accepted (an order)
 │
 ├► withdrawn
 └► expired: open, and its last day is over; nothing has to be done for it
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from partscounter.kit.money import to_cents

_NOTHING = Decimal("0.00")


class QuoteState(StrEnum):
    """How far a quote is; all but `expired` are stored."""

    OPEN = "open"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Accepter(StrEnum):
    """Who took the quote: who holds its link, or somebody at the dealer's desk in the customer's name."""

    CUSTOMER = "customer"
    DEALER = "dealer"


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One part as it is offered."""

    number: int
    """1, 2, 3… within the quote."""
    item_id: int
    code: str
    description: str
    quantity: int
    price_each: Decimal
    """Net, in the quote's currency."""
    core: Decimal
    """The deposit on one old part."""

    @property
    def extended(self) -> Decimal:
        """The whole line, net and without deposits."""
        return to_cents(self.price_each * self.quantity)


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote as it stands now."""

    id: int
    dealer_id: int
    store_id: int
    customer_id: int | None
    """The customer by our own id; None for somebody who is in no book."""
    name: str
    email: str
    currency: str
    tax_rate: Decimal
    """Per cent, of the store when the quote was made or revised."""
    note: str
    """The customer reads it."""
    valid_until: date
    """The last day on which it can be accepted (UTC)."""
    revision: int
    """Counts up with each change, so that somebody accepts what they have seen."""
    order_id: int | None
    """What it became."""
    decision_note: str
    """Why it was withdrawn, or who accepted it for the customer; for the dealer."""
    made_at: datetime
    made_by: str
    changed_at: datetime
    state: QuoteState
    lines: Sequence[QuoteLine]

    @property
    def number(self) -> str:
        """What people call it."""
        return number_of(self.id)

    @property
    def subtotal(self) -> Decimal:
        """All lines, net."""
        return sum((line.extended for line in self.lines), _NOTHING)

    @property
    def tax(self) -> Decimal:
        """Rounded for each line, as in an order."""
        return sum((to_cents(line.extended * self.tax_rate / 100) for line in self.lines), _NOTHING)

    @property
    def cores(self) -> Decimal:
        """Deposits on old parts."""
        return sum((line.core * line.quantity for line in self.lines), _NOTHING)

    @property
    def total(self) -> Decimal:
        """What is paid, deposits included; shipping is not part of a quote."""
        return self.subtotal + self.tax + self.cores


def number_of(quote_id: int) -> str:
    """The number of the quote with this id."""
    return f"Q{quote_id:05}"
