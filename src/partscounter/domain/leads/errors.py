"""Refusals about leads."""

from partscounter.kit.refusal import NotFound


class UnknownLead(NotFound):
    """No such lead."""

    code = "unknown_lead"
