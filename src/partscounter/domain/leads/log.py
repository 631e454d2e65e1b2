"""Logging a lead ("Parts Requests, Part Inquiries, and Logging Phone Calls and Emails")."""

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import customers
from partscounter.domain.customers import Customer
from partscounter.domain.leads import store as sql
from partscounter.domain.leads.events import LeadConfirmationDue, LeadLogged
from partscounter.domain.leads.lead import Lead, LeadDraft, LeadKind
from partscounter.domain.leads.wants import Waiting, WantDraft, Wanted, WantKind, add_want

CONFIRMED = frozenset({LeadKind.PART_REQUEST, LeadKind.PART_INQUIRY})
"""What the customer waits to be answered. A call or a mail was answered when it came, and is logged for counting."""
_TITLE = ("year", "make", "model", "part_type", "part_number")
_LONGEST_TITLE = 200


def log_lead(tx: WriteTx, draft: LeadDraft, wanted: Wanted | None = None) -> Lead:
    """Keep the lead, and have its dealer told of it, and the customer where one can be written to.

    Somebody who requests a part waits for it from now on, if `wanted` says what would fit. The same lead twice is two
    leads.
    """
    lead = sql.insert_lead(tx, draft)
    tx.emit(LeadLogged(lead_id=lead.id, lead_kind=draft.kind, dealer_id=draft.dealer_id))
    if draft.kind in CONFIRMED and draft.contact.address.email:
        tx.emit(LeadConfirmationDue(lead_id=lead.id))
    if draft.kind is LeadKind.PART_REQUEST and wanted is not None and wanted.can_fit:
        add_want(tx, WantDraft(WantKind.PART_REQUEST, title_of(lead), wanted, _waiting(tx, draft), lead.id))
    return lead


def title_of(lead: Lead) -> str:
    """What is asked for, in one line."""
    return " ".join(" ".join(lead.fact(name) for name in _TITLE).split())[:_LONGEST_TITLE]


def customer_of_lead(tx: ReadTx, draft: LeadDraft) -> Customer | None:
    """The end user that the lead names, or the one known longest under its mail address."""
    named = customers.find_customer_by_userid(tx, draft.userid) if draft.userid else None
    if named is not None or not draft.contact.address.email:
        return named
    return next(iter(customers.list_end_users_by_email(tx, draft.contact.address.email)), None)


def _waiting(tx: ReadTx, draft: LeadDraft) -> Waiting:
    address, customer = draft.contact.address, customer_of_lead(tx, draft)
    name = address.contact or address.company
    if customer is None:
        return Waiting(None, name, address.email)
    return Waiting(customer.id, name or customer.name, address.email, customer.language)
