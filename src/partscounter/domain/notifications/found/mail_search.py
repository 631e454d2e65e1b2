"""What somebody looks for among the mails, and the lines of the list: mails without what they say."""

from dataclasses import dataclass
from datetime import datetime

from partscounter.domain.notifications.mail import MailState


@dataclass(frozen=True, slots=True)
class MailSearch:
    """All that is given must hold."""

    recipient: str = ""
    """Part of the address, in any case; looked for among the newest 50,000 before the page."""
    order_number: str = ""
    """The whole number, in any of the forms that an order has."""
    state: MailState | None = None
    dealer_ids: frozenset[int] | None = None
    """Only mails about orders of these dealers; None is every mail, those about no order too."""


@dataclass(frozen=True, slots=True)
class MailLine:
    """One mail in a list."""

    id: int
    order_id: int | None
    order_number: str | None
    about: str
    recipient: str
    subject: str
    state: MailState
    reason: str
    bounce: str
    queued_at: datetime
    sent_at: datetime | None
