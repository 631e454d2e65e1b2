"""GET …/receipt: how many orders still wait, and the hash of their numbers (this project's own)."""

from collections.abc import Callable

from partscounter.app import App
from partscounter.domain import export
from partscounter.domain.access import Credential
from partscounter.web.answer import Answer, json_answer
from partscounter.web.incoming import Incoming
from partscounter.wire.order_export.organisation import consumer_of, dealer_of
from partscounter_contracts.order_export import GivenReceipt, Receipt


def get_receipt(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler, for the contract's own puller and for named consumers. Asking keeps nothing."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        dealer = dealer_of(app, incoming)
        consumer = consumer_of(app, incoming, dealer)
        with app.database.read() as tx:
            waiting = export.count_waiting(tx, dealer.id, consumer)
        return json_answer(GivenReceipt(data=Receipt(waiting=waiting.count, digest=waiting.digest)))

    return handle
