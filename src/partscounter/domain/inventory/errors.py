"""Refusals about stock."""

from partscounter.kit.refusal import Conflict, NotFound


class UnknownItem(NotFound):
    """No such item, or none that this actor may see."""

    code = "unknown_item"


class NotAvailable(Conflict):
    """Fewer units can be sold than were asked for."""

    code = "not_available"


class NotUnique(Conflict):
    """More than one item answers to what was given."""

    code = "not_unique"
