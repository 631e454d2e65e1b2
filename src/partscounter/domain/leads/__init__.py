"""Leads: what end users ask for, logged for the dealer, counted by month, and waited for (`leads.wants`)."""

from partscounter.domain.leads.count import LeadCount, count_leads
from partscounter.domain.leads.errors import UnknownLead
from partscounter.domain.leads.events import LeadConfirmationDue, LeadLogged
from partscounter.domain.leads.lead import Lead, LeadContact, LeadDraft, LeadKind
from partscounter.domain.leads.log import customer_of_lead, log_lead, title_of
from partscounter.domain.leads.lookup import get_lead, list_newest_leads, search_leads
from partscounter.domain.leads.wanted import LeadsWanted
from partscounter.domain.leads.wants import save_search

__all__ = [
    "Lead",
    "LeadConfirmationDue",
    "LeadContact",
    "LeadCount",
    "LeadDraft",
    "LeadKind",
    "LeadLogged",
    "LeadsWanted",
    "UnknownLead",
    "count_leads",
    "customer_of_lead",
    "get_lead",
    "list_newest_leads",
    "log_lead",
    "save_search",
    "search_leads",
    "title_of",
]
