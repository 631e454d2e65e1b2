"""POST /{org}/ext/v2/orders/new_orders: mark orders received, by exact order number ("Marking Orders Received").

A long list is marked some at a time, and what is left is counted apart, so that other writes do not wait. Marking
twice is harmless: whoever gets an error half-way sends the list again.
"""

from collections.abc import Callable, Iterator
from functools import partial

from partscounter.app import App
from partscounter.domain import export
from partscounter.domain.access import Credential
from partscounter.domain.export import Consumer
from partscounter.kit.actor import Actor
from partscounter.web.answer import Answer, json_answer
from partscounter.web.incoming import Incoming
from partscounter.wire.order_export.organisation import consumer_of, dealer_of
from partscounter.wire.order_export.read import read_numbers
from partscounter.wire.order_export.receipt import receipt_headers
from partscounter_contracts.order_export import MarkedOrders, MarkResult

_AT_ONCE = 1000
_STEPS_AT_MOST = 100
_MARKED = MarkResult(success=True)
_UNKNOWN = MarkResult(success=False, error="There is no order with this number.")


def mark_orders_received(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler: one entry for each distinct number, in the order sent; marked before is as good as marked now."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        dealer = dealer_of(app, incoming)
        numbers = read_numbers(incoming.body)
        # Without the body as payload: it would be kept once for each number in it, and each event says it all.
        actor = Actor(incoming.caller.name, "order_export", incoming.request_id)
        consumer = consumer_of(app, incoming, dealer)
        known: set[str] = set()
        newly = 0
        for some in _slices(numbers):
            mark = partial(export.mark_received, dealer_id=dealer.id, numbers=some, consumer=consumer)
            marking = app.database.write(actor, mark)
            known |= marking.known
            newly += marking.newly
        if consumer is not None:
            consumer = _moved_on(app, actor, consumer)
        data = {number: _MARKED if number in known else _UNKNOWN for number in numbers}
        with app.database.read() as tx:
            waiting = export.count_waiting(tx, dealer.id, consumer)
        give = partial(export.give_receipt, dealer_id=dealer.id, marked=newly, waiting=waiting, consumer=consumer)
        return json_answer(MarkedOrders(data=data), headers=receipt_headers(app.database.write(actor, give)))

    return handle


def _moved_on(app: App, actor: Actor, consumer: Consumer) -> Consumer:
    """Past what it has: seldom more than one step, unless it has marked for long what came after a gap."""
    for _ in range(_STEPS_AT_MOST):
        with app.database.read() as tx:
            if not export.is_behind(tx, consumer):
                break
        consumer = app.database.write(actor, partial(export.move_on, consumer=consumer))
    return consumer


def _slices(numbers: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(numbers), _AT_ONCE):
        yield numbers[start : start + _AT_ONCE]
