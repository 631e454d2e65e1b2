"""GET /{enterpriseId}/{storeId}/v1/parts-orders/{partsOrderId} ("Get the details of a specific parts order")."""

from datetime import datetime, timedelta

from partscounter.app import App
from partscounter.domain import orders
from partscounter.domain.access import Credential
from partscounter.domain.dealers import Store
from partscounter.domain.orders import Order, UnknownOrder
from partscounter.web.answer import JSON_TYPE, Answer
from partscounter.web.incoming import Incoming
from partscounter.wire.parts_orders.admission import get_store_of
from partscounter.wire.parts_orders.quirks import wants_single_part_as_object
from partscounter.wire.parts_orders.read import read_order_id
from partscounter.wire.parts_orders.render import render_order
from partscounter.wire.parts_orders.view import view_order
from partscounter_contracts import encode


def get_order(app: App, incoming: Incoming[Credential]) -> Answer:
    """The order as it stands, whichever door it came in by; 404 once the store retains it no longer."""
    with app.database.read() as tx:
        store = get_store_of(tx, incoming)
        order_id = read_order_id(incoming)
        order = orders.get_order_of_store(tx, store.id, order_id)
        if is_past_retention(order, store, tx.now):
            raise UnknownOrder(f"There is no order {order_id}.")
        view = view_order(tx, order)
    body = render_order(view, single_part_as_object=wants_single_part_as_object(incoming.caller))
    return Answer(200, encode(body), JSON_TYPE)


def is_past_retention(order: Order, store: Store, now: datetime) -> bool:
    """Whether the order was fulfilled longer ago than the store keeps orders readable."""
    if order.closed_at is None or store.retention_days is None:
        return False
    return now - order.closed_at > timedelta(days=store.retention_days)
