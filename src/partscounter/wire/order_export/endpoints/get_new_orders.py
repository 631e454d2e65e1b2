"""GET /{org}/ext/v2/orders/new_orders: every order not yet marked received, streamed ("Downloading Orders").

The same for a named consumer, at an address of its own.

Orders are read some at a time, each time in a read transaction of its own: memory does not grow with their number, and
a slow client holds no connection while it is being waited for. An order submitted meanwhile has a higher id, so it
comes at the end or with the next download; a customer is told of as at the first order of theirs. If the server fails
after the first byte the status cannot change any more: the connection is cut, and what was received is not valid JSON.
"""

from collections.abc import Callable, Iterator

from partscounter.app import App
from partscounter.domain import customers, export
from partscounter.domain.access import Credential
from partscounter.domain.customers import Customer
from partscounter.domain.export import Consumer
from partscounter.domain.orders import PricedOrder
from partscounter.web.answer import Answer, stream
from partscounter.web.incoming import Incoming
from partscounter.wire.order_export.organisation import consumer_of, dealer_of
from partscounter.wire.order_export.render import render_order
from partscounter_contracts import encode

_BEGIN = b'{"status":"success","error":null,"data":['
_END = b"]}"
_REMEMBERED = 1_000
"""Customers that are kept from one read to the next; most orders are of few."""
_FIRST_ORDERS = 10
"""So few that the first byte leaves soon, after something has been read: an error before it is still a status."""


def get_new_orders(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler. Downloading marks nothing; query parameters are passed over."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        dealer = dealer_of(app, incoming)
        return stream(_pieces(app, dealer.id, consumer_of(app, incoming, dealer)))

    return handle


def _pieces(app: App, dealer_id: int, consumer: Consumer | None) -> Iterator[bytes]:
    before = _BEGIN
    last_id = 0
    known: dict[int, Customer] = {}
    while batch := _next_orders(app, dealer_id, consumer, last_id, known):
        yield before + b",".join([encode(render_order(order, customer)) for order, customer in batch])
        before = b","
        last_id = batch[-1][0].id
    yield _END if last_id else _BEGIN + _END


def _next_orders(
    app: App, dealer_id: int, consumer: Consumer | None, after: int, known: dict[int, Customer]
) -> list[tuple[PricedOrder, Customer | None]]:
    """Each with its customer. `known` are customers as they were met in this download, to which it adds."""
    with app.database.read() as tx:
        at_most = export.ORDERS_AT_ONCE if after else _FIRST_ORDERS
        found = export.list_waiting(tx, dealer_id, after=after, consumer=consumer, at_most=at_most)
        if len(known) > _REMEMBERED:
            known.clear()
        known |= customers.load_customers(tx, _customer_ids(found) - known.keys())
    return [(order, known.get(order.customer_id or 0)) for order in found]


def _customer_ids(found: list[PricedOrder]) -> set[int]:
    return {order.customer_id for order in found if order.customer_id is not None}
