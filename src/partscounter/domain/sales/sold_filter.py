"""Which sales documents are asked for."""

from dataclasses import dataclass
from datetime import datetime

from partscounter.domain.approvals import Approval


@dataclass(frozen=True, slots=True)
class SoldFilter:
    """What is asked for; None leaves a question open."""

    dealers: frozenset[int] | None = None
    """Sold by one of these; an empty set finds nothing."""
    userid: str | None = None
    """Bought by the customer with this end-user id, or in a cart that named it where no customer has it."""
    customer_id: int | None = None
    """The customer of `userid`, by our own id, where there is one."""
    begin: datetime | None = None
    end: datetime | None = None
    """Placed at or after `begin`, and before `end`."""
    vendor_status: Approval | None = None
    customer_status: Approval | None = None
