"""Refusals about tracking updates."""

from partscounter.kit.refusal import Invalid, NotFound


class UnknownDocument(NotFound):
    """The dealer has no document with this number."""

    code = "unknown_document"


class PartNotOnDocument(Invalid):
    """A part of the update is not on the document."""

    code = "part_not_on_document"
