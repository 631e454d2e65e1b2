"""Refusals about customers."""

from partscounter.kit.refusal import Conflict, Invalid


class InvalidCustomer(Invalid):
    """A part of what is said of the customer is wrong; `violations` names each."""

    code = "invalid_customer"


class CustomerTaken(Conflict):
    """Another customer has one of the outside names."""

    code = "customer_taken"


class CustomerChanged(Conflict):
    """Somebody else has changed the customer since it was looked at."""

    code = "customer_changed"
