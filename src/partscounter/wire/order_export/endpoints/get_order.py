"""GET /{org}/ext/v2/orders/{id}.json: one order, bare, for testing an import ("Tips & Tricks"); marks nothing."""

import re
from collections.abc import Callable

from partscounter.app import App
from partscounter.domain import customers, orders
from partscounter.domain.access import Credential
from partscounter.domain.orders import UnknownOrder
from partscounter.web.answer import JSON_TYPE, Answer
from partscounter.web.incoming import Incoming
from partscounter.wire.order_export.organisation import dealer_of
from partscounter.wire.order_export.render import render_order
from partscounter_contracts import encode

_ID = re.compile(r"[1-9][0-9]{0,17}")


def get_order(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler. What is no id, an unknown id and another organisation's are all the same 404."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        dealer = dealer_of(app, incoming)
        sent = incoming.path_values["order"]
        if not _ID.fullmatch(sent):
            raise UnknownOrder(f"There is no order {sent}.")
        with app.database.read() as tx:
            order = orders.get_order_of_dealer(tx, dealer.id, int(sent))
            customer = customers.get_customer(tx, order.customer_id)
        return Answer(200, encode(render_order(order, customer)), JSON_TYPE)

    return handle
