"""Refusals about approvers."""

from partscounter.kit.refusal import Conflict, Invalid, NotFound


class InvalidApprover(Invalid):
    """The approver cannot be kept as described; every reason is listed."""

    code = "invalid_approver"


class ApproverKnown(Conflict):
    """The customer has an approver with this mail address."""

    code = "approver_known"


class UnknownApprover(NotFound):
    """The customer has no such approver."""

    code = "unknown_approver"
