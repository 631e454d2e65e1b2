"""Counting leads by month, kind and dealer, for reports."""

from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.domain.leads import store as sql
from partscounter.domain.leads.lead import LeadKind


@dataclass(frozen=True, slots=True)
class LeadCount:
    """How many leads of one kind came in for one dealer in one month."""

    month: str
    """Such as 2026-03; months are those of UTC."""
    kind: LeadKind
    dealer_id: int | None
    """None for leads that name no dealer."""
    count: int


def count_leads(tx: ReadTx, month: str | None = None) -> list[LeadCount]:
    """One entry for each month (only `month`, if given), kind and dealer with any lead; in this order."""
    counts = [LeadCount(row.month, LeadKind(row.kind), row.dealer_id, row.total) for row in sql.count_leads(tx, month)]
    kinds = list(LeadKind)
    return sorted(counts, key=lambda each: (each.month, kinds.index(each.kind), each.dealer_id or 0))
