"""One address for an order that needs no sign-in: whoever holds the link sees how far the order is."""

from typing import Final

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import access
from partscounter.domain.orders.lookup import get_order, list_orders_of_cart, list_submissions
from partscounter.domain.orders.order import Order
from partscounter.kit.refusal import NotFound

_PURPOSE: Final = "order"
_ORDER, _CART = "order", "cart"


class UnknownOrderLink(NotFound):
    """The link was not given out by this counter, or its key has been forgotten."""

    code = "unknown_order_link"


def sign_order_link(tx: WriteTx, order: Order) -> str:
    """The last part of the address of one order's public page."""
    return access.sign_link(tx, _PURPOSE, f"{_ORDER}.{order.id}")


def sign_cart_link(tx: WriteTx, transaction_id: int) -> str:
    """The same for all orders that one cart became."""
    return access.sign_link(tx, _PURPOSE, f"{_CART}.{transaction_id}")


def list_linked_orders(tx: ReadTx, link: str) -> list[Order]:
    """The orders that a link shows, of each the last submission. Refuses with UnknownOrderLink."""
    subject = access.read_link(tx, _PURPOSE, link)
    if subject is None:
        raise UnknownOrderLink("This link is not known here.")
    kind, number = subject.split(".")
    found = list_orders_of_cart(tx, int(number)) if kind == _CART else [get_order(tx, int(number))]
    last = [_last_submission(tx, order) for order in found]
    return list({order.id: order for order in last}.values())


def _last_submission(tx: ReadTx, order: Order) -> Order:
    return order if order.superseded_by is None else list_submissions(tx, order.dealer_id, order.uuid)[-1]
