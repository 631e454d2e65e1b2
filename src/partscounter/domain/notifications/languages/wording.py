"""What a language has to say: every key that the mails and the preferences pages need."""

from collections.abc import Mapping
from dataclasses import dataclass

from partscounter.domain.fulfilment import TrackingStatus
from partscounter.domain.notifications.groups import Group
from partscounter.domain.notifications.notice import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWording:
    """The pages on which a customer chooses. `{dealer}` and `{group}` are filled in."""

    title: str
    lead: str
    groups: Mapping[Group, str]
    """What each checkbox stands for."""
    always_sent: str
    dealer_may_not_tell: str
    not_counted: str
    """Shown where the dealer has not switched self-management on."""
    save: str
    saved: str
    unsubscribe_title: str
    unsubscribe_question: str
    unsubscribe: str
    unsubscribed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalWording:
    """The page on which an approver decides. `{buyer}`, `{dealer}` and `{number}` are filled in."""

    title: str
    question: str
    note: str
    approve: str
    reject: str
    approved: str
    rejected: str
    over: str
    """Shown where the order was cancelled or replaced before anybody decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One language. `{dealer}`, `{number}` and `{headline}` are filled in."""

    language: str
    """Two letters (ISO 639-1)."""
    colon: str
    """Between a label and its value; French sets a space before it."""
    subject: str
    confirmation: str
    """The headline of the mail that an order came in."""
    headlines: Mapping[TrackingStatus, str]
    promised: str
    """The headline of the mail with the first date for parts on back order."""
    delayed: str
    """The headline of the mail that such a date has slipped."""
    on_back_order: str
    """What stands below a part; `{units}` and `{day}` are filled in."""
    instead_of: str
    """The date told before; `{day}` is filled in."""
    introduction: str
    quantity: str
    part: str
    description: str
    carrier: str
    tracking_number: str
    follow: str
    see_order: str
    preferences: str
    notices: Mapping[Notice, tuple[str, str]]
    """Headline and sentence of each; `{named}` is the number of a return; the other names are those of NoticeFacts."""
    total: str
    note: str
    decide: str
    approval: ApprovalWording
    page: PageWording
