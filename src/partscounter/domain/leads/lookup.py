"""Finding leads."""

from partscounter.database import ReadTx
from partscounter.domain.leads import store as sql
from partscounter.domain.leads.errors import UnknownLead
from partscounter.domain.leads.lead import Lead
from partscounter.domain.leads.wanted import LeadsWanted


def get_lead(tx: ReadTx, lead_id: int) -> Lead:
    """By our own id; refuses with UnknownLead."""
    lead = sql.find_lead(tx, lead_id)
    if lead is None:
        raise UnknownLead(f"There is no lead {lead_id}.")
    return lead


def list_newest_leads(tx: ReadTx, limit: int = 100) -> list[Lead]:
    """The newest leads of all dealers, newest first."""
    return sql.newest_leads(tx, limit)


def search_leads(tx: ReadTx, wanted: LeadsWanted, *, offset: int = 0, limit: int = 50) -> tuple[int, list[Lead]]:
    """How many there are in all, and some of them, the newest first."""
    return sql.search_leads(tx, wanted, offset, limit)
