"""What happens to approvals. A decision is part of the history of its order."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from partscounter.domain.approvals.approval import Approval, Side


@dataclass(frozen=True, slots=True)
class ApproversChanged:
    """A customer has one approver more, or one fewer."""

    kind: ClassVar[str] = "customer.approvers_changed"
    customer_id: int
    approver_id: int
    email: str
    is_added: bool

    @property
    def subject(self) -> str:
        return f"customer:{self.customer_id}"

    def data(self) -> Mapping[str, object]:
        return {
            "customer": self.customer_id,
            "approver": self.approver_id,
            "email": self.email,
            "added": self.is_added,
        }


@dataclass(frozen=True, slots=True)
class ApprovalWanted:
    """One approver is asked to agree to an order."""

    kind: ClassVar[str] = "sale.approval_wanted"
    order_id: int
    approver_id: int

    @property
    def subject(self) -> str:
        return f"order:{self.order_id}"

    def data(self) -> Mapping[str, object]:
        return {"order": self.order_id, "approver": self.approver_id}


@dataclass(frozen=True, slots=True)
class ApprovalDecided:
    """One side has agreed to an order or rejected it."""

    kind: ClassVar[str] = "sale.approval_decided"
    order_id: int
    side: Side
    decision: Approval
    by: str
    """Who decided, in words."""
    note: str = ""
    is_implied: bool = False
    """The dealer never said so, but packed or shipped the goods."""

    @property
    def subject(self) -> str:
        return f"order:{self.order_id}"

    def data(self) -> Mapping[str, object]:
        return {
            "order": self.order_id,
            "side": self.side.value,
            "decision": self.decision.value,
            "by": self.by,
            "note": self.note,
            "implied": self.is_implied,
        }
