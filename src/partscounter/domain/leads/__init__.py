"""Leads: what end users ask for, logged for the dealer and counted by month."""

from partscounter.domain.leads.count import LeadCount, count_leads
from partscounter.domain.leads.errors import UnknownLead
from partscounter.domain.leads.events import LeadLogged
from partscounter.domain.leads.lead import Lead, LeadContact, LeadDraft, LeadKind
from partscounter.domain.leads.log import log_lead
from partscounter.domain.leads.lookup import get_lead, list_newest_leads

__all__ = [
    "Lead",
    "LeadContact",
    "LeadCount",
    "LeadDraft",
    "LeadKind",
    "LeadLogged",
    "UnknownLead",
    "count_leads",
    "get_lead",
    "list_newest_leads",
    "log_lead",
]
