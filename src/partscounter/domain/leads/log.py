"""Logging a lead ("Parts Requests, Part Inquiries, and Logging Phone Calls and Emails")."""

from partscounter.database import WriteTx
from partscounter.domain.leads import store as sql
from partscounter.domain.leads.events import LeadLogged
from partscounter.domain.leads.lead import Lead, LeadDraft


def log_lead(tx: WriteTx, draft: LeadDraft) -> Lead:
    """Keep the lead, and have its dealer told of it. The same lead twice is two leads."""
    lead = sql.insert_lead(tx, draft)
    tx.emit(LeadLogged(lead_id=lead.id, lead_kind=draft.kind, dealer_id=draft.dealer_id))
    return lead
