"""Refusals about kept carts."""

from collections.abc import Mapping

from partscounter.domain.kept_carts.priced import CartFault
from partscounter.kit.refusal import Conflict, Invalid


class InvalidCartLine(Invalid):
    """What was put into the cart cannot be there: an item that there is not, or a quantity out of range."""

    code = "invalid_cart_line"


class InvalidCheckout(Invalid):
    """What was said to the order is incomplete; every wrong field is named."""

    code = "invalid_checkout"


class EmptyCart(Conflict):
    """There is nothing in the cart, or it was ordered already."""

    code = "empty_cart"


class CartChanged(Conflict):
    """Lines or prices are not those that the buyer has seen."""

    code = "cart_changed"


class LinesRefused(Conflict):
    """Some lines cannot be had; nothing was ordered."""

    code = "lines_refused"

    def __init__(self, faults: Mapping[int, CartFault]) -> None:
        super().__init__("Some lines of the cart cannot be had.")
        self.faults = faults
        """By the id of the line."""
