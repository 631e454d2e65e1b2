"""Refusals about tracking updates."""

from partscounter.kit.refusal import Invalid, NotFound


class UnknownDocument(NotFound):
    """The dealer has no document with this number."""

    code = "unknown_document"


class AwaitsApproval(UnknownDocument):
    """The customer's approver has not agreed to the document, so it was not given to the dealer's system yet."""

    code = "awaits_approval"


class PartNotOnDocument(Invalid):
    """A part of the update is not on the document."""

    code = "part_not_on_document"
