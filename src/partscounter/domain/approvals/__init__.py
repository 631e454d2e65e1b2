"""Approvals: who has to agree to a customer's orders, and what has been said."""

from partscounter.domain.approvals.approval import Approval, Side
from partscounter.domain.approvals.approver import Approver
from partscounter.domain.approvals.errors import ApproverKnown, InvalidApprover, UnknownApprover
from partscounter.domain.approvals.events import ApprovalDecided, ApprovalWanted, ApproversChanged
from partscounter.domain.approvals.lookup import find_approver, list_approvers, wants_approval, who_may_approve
from partscounter.domain.approvals.register import add_approver, remove_approver

__all__ = [
    "Approval",
    "ApprovalDecided",
    "ApprovalWanted",
    "Approver",
    "ApproverKnown",
    "ApproversChanged",
    "InvalidApprover",
    "Side",
    "UnknownApprover",
    "add_approver",
    "find_approver",
    "list_approvers",
    "remove_approver",
    "wants_approval",
    "who_may_approve",
]
