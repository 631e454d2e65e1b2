"""A lead: an end user wants a part, asks about one, or has called or written."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from partscounter.kit.address import PostalAddress


class LeadKind(StrEnum):
    """What the end user did; the values are stored."""

    PART_REQUEST = "part_request"
    PART_INQUIRY = "part_inquiry"
    PHONE_CALL = "phone_call"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class LeadContact:
    """Who is to be answered, and how they would like it best."""

    address: PostalAddress = field(default_factory=PostalAddress)
    preferred_method: str = ""
    """In the sender's words, such as email or phone."""


@dataclass(frozen=True, slots=True)
class LeadDraft:
    """What came in."""

    kind: LeadKind
    contact: LeadContact = field(default_factory=LeadContact)
    dealer_id: int | None = None
    """The dealer it is for; None if it is for nobody in particular."""
    store_id: int | None = None
    """A store of that dealer; None for the dealer as a whole."""
    userid: str = ""
    """The end user, if the sender knows one."""
    facts: tuple[tuple[str, str], ...] = ()
    """Everything else that was said, in the sender's words and order: what it is, and its text."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead as it was kept. It never changes."""

    id: int
    logged_at: datetime
    logged_by: str
    """The API user that logged it."""
    draft: LeadDraft

    def fact(self, name: str) -> str:
        """What was said under `name`; empty if nothing was."""
        return next((text for key, text in self.draft.facts if key == name), "")
