"""What happens to leads."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from partscounter.domain.leads.lead import LeadKind


@dataclass(frozen=True, slots=True)
class LeadLogged:
    """An end user's request, inquiry, call or e-mail was logged."""

    kind: ClassVar[str] = "lead.logged"
    lead_id: int
    lead_kind: LeadKind
    dealer_id: int | None

    @property
    def subject(self) -> str:
        return f"lead:{self.lead_id}"

    def data(self) -> Mapping[str, object]:
        return {"lead": self.lead_id, "lead_kind": self.lead_kind.value, "dealer": self.dealer_id}


@dataclass(frozen=True, slots=True)
class LeadConfirmationDue:
    """The customer can be written to, and is to hear that the lead came in. Mails are one for each event."""

    kind: ClassVar[str] = "lead.confirmation_due"
    lead_id: int

    @property
    def subject(self) -> str:
        return f"lead:{self.lead_id}"

    def data(self) -> Mapping[str, object]:
        return {"lead": self.lead_id}
