"""POST /{org}/ext/v2/orders: an order from a rep (this project's own); a known uuid makes it a resubmission."""

from collections.abc import Callable
from urllib.parse import quote

from partscounter.app import App
from partscounter.database import WriteTx
from partscounter.domain import customers, orders
from partscounter.domain.access import Credential
from partscounter.domain.customers import Customer
from partscounter.domain.orders import Order
from partscounter.web.answer import JSON_TYPE, Answer
from partscounter.web.callers import actor_of
from partscounter.web.idempotency_key import find_idempotency_key
from partscounter.web.incoming import Incoming
from partscounter.web.problems import Malformed
from partscounter.wire.order_export.organisation import dealer_of
from partscounter.wire.order_export.read import read_entry
from partscounter.wire.order_export.render import render_order
from partscounter_contracts import encode
from partscounter_contracts.order_export import TakenOrder

_LONGEST_KEY = 255


def enter_order(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler: 201 with the order as taken. The same Idempotency-Key and body are answered with the same order."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        dealer = dealer_of(app, incoming)
        entered = read_entry(incoming.body)
        key = _idempotency_key(incoming)

        def enter(tx: WriteTx) -> Order:
            return orders.enter_order(tx, dealer.id, entered)

        def enter_once(tx: WriteTx) -> Order:
            order_id = orders.once(
                tx,
                scope=f"order_export:{incoming.caller.id}:{dealer.id}",
                key=key,
                body=incoming.body,
                do=lambda: str(enter(tx).id),
                remember=app.settings.limits.remember_keys,
            )
            return orders.get_order(tx, int(order_id))

        def take(tx: WriteTx) -> tuple[Order, Customer | None]:
            order = enter_once(tx) if key else enter(tx)
            return order, customers.get_customer(tx, order.customer_id)

        order, customer = app.database.write(actor_of(incoming, "order_export"), take)
        location = f"{incoming.base_url}/{quote(incoming.path_values['org'], safe='')}/ext/v2/orders/{order.id}.json"
        body = encode(TakenOrder(data=render_order(order, customer)))
        return Answer(201, body, JSON_TYPE, (("Location", location),))

    return handle


def _idempotency_key(incoming: Incoming[Credential]) -> str:
    key = find_idempotency_key(incoming.headers) or ""
    if len(key) > _LONGEST_KEY:
        raise Malformed(f"The Idempotency-Key has more than {_LONGEST_KEY} characters.")
    return key
