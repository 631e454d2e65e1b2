"""Refusals about back orders."""

from partscounter.kit.refusal import Conflict, Invalid


class InvalidPromise(Invalid):
    """The promise as given cannot be made; every reason is listed."""

    code = "invalid_promise"


class NotOnBackOrder(Conflict):
    """No unit of the line is on back order, so there is nothing to promise."""

    code = "not_on_back_order"
