"""Refusals about dealers and stores."""

from partscounter.kit.refusal import Conflict, NotFound


class UnknownDealer(NotFound):
    """No dealer has this name in this contract."""

    code = "unknown_dealer"


class UnknownStore(NotFound):
    """The dealer has no such store."""

    code = "unknown_store"


class NameTaken(Conflict):
    """Another dealer or store bears this name already."""

    code = "name_taken"


class NoStore(Conflict):
    """The dealer has no store that could take an order."""

    code = "no_store"
