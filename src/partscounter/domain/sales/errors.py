"""Refusals about sales documents."""

from partscounter.kit.refusal import Conflict, Invalid, NotFound


class AlreadyDecided(Conflict):
    """That side has said the opposite before; a decision stands."""

    code = "already_decided"


class NothingToDecide(Conflict):
    """The document was cancelled or replaced before anybody decided."""

    code = "nothing_to_decide"


class UnknownApprovalLink(NotFound):
    """The link was not given out by this counter, or its approver may not decide any more."""

    code = "unknown_approval_link"


class InvalidAdjustment(Invalid):
    """The adjustment cannot be made or taken off as described; every reason is listed."""

    code = "invalid_adjustment"


class DocumentOver(Conflict):
    """The document is cancelled or replaced, and nothing is added to it."""

    code = "document_over"


class UnknownAdjustment(NotFound):
    """The document has no such adjustment, or not any more."""

    code = "unknown_adjustment"


class FixedAdjustment(Conflict):
    """The adjustment belongs to a return."""

    code = "fixed_adjustment"
