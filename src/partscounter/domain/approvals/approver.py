"""Somebody who has to agree when a customer buys for an amount within a range."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Approver:
    """One person, for one customer. Amounts are what the order costs, cores included, in the order's currency."""

    id: int
    customer_id: int
    """The customer whose orders are looked at, by our own id."""
    name: str
    email: str
    language: str
    """Two letters; mail goes out in it."""
    at_least: Decimal
    """Orders below need nobody's consent."""
    at_most: Decimal | None
    """The approver's limit; None where there is none."""

    def may_approve(self, amount: Decimal) -> bool:
        """Whether `amount` is within the range, both ends included."""
        return self.at_least <= amount and (self.at_most is None or amount <= self.at_most)
