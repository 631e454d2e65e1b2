"""Refusals of mappings. After each of them the user's mapping is what it was."""

from partscounter.kit.refusal import Invalid


class InvalidMapping(Invalid):
    """Rows are wrong, or contradict each other; each is named by line and column."""

    code = "invalid_mapping"
