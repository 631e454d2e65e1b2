"""Refusals of corrections."""

from partscounter.kit.refusal import Invalid


class InvalidCount(Invalid):
    """A count is a number of units, and says why it differs."""

    code = "invalid_count"
