"""Refusals about customers."""

from partscounter.kit.refusal import NotFound


class UnknownCustomer(NotFound):
    """No such customer, or none that this actor may see."""

    code = "unknown_customer"
