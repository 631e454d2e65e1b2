"""An account: one person, one role."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

LONGEST_TEXT: Final = 200


class Role(StrEnum):
    """What a person may do on the pages."""

    OPERATOR = "operator"
    """Runs the instance: everything of every dealer, accounts and credentials included."""
    MANAGER = "manager"
    """Runs a dealer: everything of the dealers of the account, their clerks and credentials included."""
    CLERK = "clerk"
    """Works for a dealer: orders, stock and customers of the dealers of the account."""
    CUSTOMER = "customer"
    """Buys."""

    @property
    def is_staff(self) -> bool:
        """Whether the portal is theirs."""
        return self is not Role.CUSTOMER

    @property
    def session_lifetime(self) -> timedelta:
        """How long a session lasts from signing in: a working day, or for customers a month."""
        return timedelta(hours=12) if self.is_staff else timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Account:
    """A person who can sign in."""

    id: int
    email: str
    """In lower case; nobody else has it."""
    name: str
    role: Role
    created_at: datetime
    dealer_ids: frozenset[int] = frozenset()
    """The dealers that a manager or clerk works for."""
    customer_id: int | None = None
    """The customer that a customer's account stands for, by our own id."""
    language: str = "en"
    enabled: bool = True
    password_hash: str | None = field(default=None, repr=False)
    """None until the invited person has chosen one."""
    password_number: int = 0
    """How many passwords there have been; a link to choose one works for this number only."""
    code_secret: str | None = field(default=None, repr=False)
    """The secret of the second factor (RFC 6238); None while it is off."""
    code_step: int = 0
    """The time step of the last code that was used; none is taken twice."""

    @property
    def dealers_seen(self) -> frozenset[int] | None:
        """The dealers whose data are its to see and change in the portal; None for all of them."""
        if self.role is Role.OPERATOR:
            return None
        return self.dealer_ids if self.role.is_staff else frozenset()

    def sees_dealer(self, dealer_id: int) -> bool:
        """Whether this is one of `dealers_seen`."""
        seen = self.dealers_seen
        return seen is None or dealer_id in seen

    @property
    def has_code(self) -> bool:
        """Whether signing in takes a code beside the password."""
        return self.code_secret is not None
