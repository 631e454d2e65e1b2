"""Refusals about orders."""

from partscounter.kit.refusal import Conflict, Invalid, NotFound


class UnknownOrder(NotFound):
    """No such order, or none that this actor may see."""

    code = "unknown_order"


class AmbiguousOrder(Conflict):
    """Orders of several dealers bear the name; one of the dealers has to be named with it."""

    code = "ambiguous_order"


class InvalidOrder(Invalid):
    """The order as sent cannot be placed; every reason is listed."""

    code = "invalid_order"


class KeyReused(Conflict):
    """The idempotency key was used before, with another body."""

    code = "idempotency_key_reused"
