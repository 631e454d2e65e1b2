"""Refusals of mappings. After each of them the user's mapping is what it was."""

from partscounter.kit.refusal import Conflict, Invalid


class InvalidMapping(Invalid):
    """Rows are wrong, or contradict each other; each is named by line and column."""

    code = "invalid_mapping"


class MappingChanged(Conflict):
    """The mapping is not in the state that the change was meant for."""

    code = "mapping_changed"
