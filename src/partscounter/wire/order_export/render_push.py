"""The body of a push: one order, in the envelope of a download."""

from partscounter.domain.customers import Customer
from partscounter.domain.orders import Order
from partscounter.wire.order_export.render import render_order
from partscounter_contracts import encode
from partscounter_contracts.order_export import NewOrders


def render_push(order: Order, customer: Customer | None) -> bytes:
    """`customer` is the one behind `order.customer_id`."""
    return encode(NewOrders(data=[render_order(order, customer)]))
