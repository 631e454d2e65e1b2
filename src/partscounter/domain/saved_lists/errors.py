"""Refusals about saved lists."""

from partscounter.kit.refusal import Conflict, Invalid, NotFound


class UnknownList(NotFound):
    """The account has no such list."""

    code = "unknown_list"


class InvalidList(Invalid):
    """A list needs a printable name that is not too long, and something on it."""

    code = "invalid_list"


class ListNameTaken(Conflict):
    """The account has another list of this name."""

    code = "list_name_taken"


class TooManyLists(Conflict):
    """The account keeps as many lists as it may."""

    code = "too_many_lists"
