"""What the addresses of reports about leads say: a month, a kind, a dealer."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from partscounter.domain.accounts import Account
from partscounter.domain.dealers import Dealer
from partscounter.domain.leads import LeadKind
from partscounter.web.visits import Visit

KINDS: Final[Mapping[LeadKind, str]] = {
    LeadKind.PART_REQUEST: "Part request",
    LeadKind.PART_INQUIRY: "Part inquiry",
    LeadKind.PHONE_CALL: "Phone call",
    LeadKind.EMAIL: "E-mail",
}
_MONTH: Final = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


def asked_month(visit: Visit) -> str:
    """Such as 2026-03; empty for all, and for what is no month."""
    month = visit.query.first("month") or ""
    return month if _MONTH.fullmatch(month) else ""


def asked_kind(visit: Visit) -> LeadKind | None:
    """None for all of them."""
    kind = visit.query.first("kind") or ""
    return LeadKind(kind) if kind in list(LeadKind) else None


def asked_dealer(visit: Visit, dealers: Sequence[Dealer]) -> int | None:
    """One of those whom this person works for; None for all of them."""
    return {str(dealer.id): dealer.id for dealer in dealers}.get(visit.query.first("dealer") or "")


def concerns(account: Account, dealer_id: int | None) -> bool:
    """Whether a lead for this dealer is this person's to see; those for nobody in particular are everybody's."""
    return dealer_id is None or account.sees_dealer(dealer_id)
