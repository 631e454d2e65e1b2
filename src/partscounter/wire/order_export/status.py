"""The export's one word for how far an order is."""

from collections.abc import Mapping

from partscounter.domain.orders import Order, OrderState, PricedOrder
from partscounter_contracts.order_export import OrderStatus

_OF_TRACKING: Mapping[str, OrderStatus] = {
    "OH": OrderStatus.ON_HOLD,
    "OR": OrderStatus.RELEASED,
    "EX": OrderStatus.EXCEPTION,
    "RP": OrderStatus.READY_FOR_PICKUP,
    "PA": OrderStatus.PARTIALLY_READY,
    "PS": OrderStatus.PARTIALLY_SHIPPED,
    "FS": OrderStatus.SHIPPED,
    "DL": OrderStatus.DELIVERED,
    "PU": OrderStatus.PICKED_UP,
    "OC": OrderStatus.PARTIALLY_CANCELLED,
}


def status_of(order: Order | PricedOrder) -> OrderStatus:
    """What became of the whole order, else what order tracking last said, else what its units tell."""
    if order.is_void:
        return OrderStatus.CANCELLED if order.superseded_by is None else OrderStatus.REPLACED
    state = order.state
    if state is OrderState.CLOSED:
        return OrderStatus.INVOICED
    untracked = OrderStatus.SHIPPED if state is OrderState.SHIPPED else OrderStatus.SUBMITTED
    return _OF_TRACKING.get(order.tracking_status, untracked)
