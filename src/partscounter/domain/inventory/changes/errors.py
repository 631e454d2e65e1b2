"""Refusals of changes."""

from partscounter.kit.refusal import Conflict


class ItemChanged(Conflict):
    """The item is not in the state that the change was meant for."""

    code = "item_changed"
