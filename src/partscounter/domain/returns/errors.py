"""Refusals about returns."""

from partscounter.kit.refusal import Conflict, Invalid, NotFound


class UnknownReturn(NotFound):
    """There is no such return."""

    code = "unknown_return"


class InvalidReturn(Invalid):
    """The return, or what is said of it, cannot be; every reason is listed."""

    code = "invalid_return"


class TooManyReturned(Conflict):
    """More units than were shipped and are in no other return."""

    code = "too_many_returned"


class NotReturnable(Conflict):
    """The dealer grants no return, or not any more."""

    code = "not_returnable"


class WrongReturnState(Conflict):
    """The return is not where this could be done, or it was done before."""

    code = "wrong_return_state"
