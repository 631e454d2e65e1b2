"""A mail to a customer or a dealer, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MailState(StrEnum):
    """Where a mail is."""

    QUEUED = "queued"
    SENT = "sent"
    SKIPPED = "skipped"
    """Deliberately not sent; `reason` says why."""
    BOUNCED = "bounced"
    """The mail server refuses the recipient for good; `bounce` says why."""


@dataclass(frozen=True, slots=True)
class Message:
    """What the recipient reads."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail for one event: there is never a second."""

    id: int
    event_id: int
    order_id: int | None
    """The order that it is about; None for a mail about a lead or a want."""
    about: str
    """`confirmation`, the tracking status that it tells, the kind of the lead, `lead_confirmation` or `want`."""
    recipient: str
    message: Message
    message_id: str
    """The Message-ID header; the same in every attempt, so that a receiver can tell a repeat."""
    unsubscribe_url: str
    """Where one POST ends mails of this kind (RFC 8058); empty where that cannot be."""
    state: MailState
    reason: str
    """Why it was sent or skipped, in one sentence."""
    bounce: str
    """What the mail server said when it refused the recipient; empty unless the mail is bounced."""
    queued_at: datetime
    sent_at: datetime | None
