"""Which leads a list shows."""

from collections.abc import Collection
from dataclasses import dataclass

from partscounter.domain.leads.lead import LeadKind


@dataclass(frozen=True, slots=True)
class LeadsWanted:
    """All that is said here must hold."""

    month: str = ""
    """Such as 2026-03, in UTC; empty for all."""
    kind: LeadKind | None = None
    dealer_id: int | None = None
    """Leads for this dealer."""
    dealer_ids: Collection[int] | None = None
    """Leads for these dealers, and for nobody in particular; None for all."""
    userid: str = ""
    email: str = ""
    """Of either of these two, where one is given: the end user, or who is to be answered, in any case."""
