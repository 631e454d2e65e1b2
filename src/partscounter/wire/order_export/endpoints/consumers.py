"""Named consumers: list them, register one (this project's own)."""

from collections.abc import Callable
from functools import partial

from partscounter.app import App
from partscounter.database import ReadTx
from partscounter.domain import export
from partscounter.domain.access import Credential
from partscounter.web.answer import Answer, json_answer
from partscounter.web.callers import actor_of
from partscounter.web.decode import decode
from partscounter.web.incoming import Incoming
from partscounter.wire.order_export.organisation import dealer_of
from partscounter_contracts.order_export import Consumer, ConsumerEntry, GivenConsumer, GivenConsumers


def list_consumers(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler: all of the organisation, by name."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        dealer = dealer_of(app, incoming)
        with app.database.read() as tx:
            found = [_render(tx, each) for each in export.list_consumers(tx, dealer.id)]
        return json_answer(GivenConsumers(data=found))

    return handle


def register_consumer(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler: 201 for a new one, 200 for one that is there, which stays as it is."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        dealer = dealer_of(app, incoming)
        entry = decode(ConsumerEntry, incoming.body or b"{}")
        name = incoming.path_values["consumer"]
        register = partial(export.register_consumer, dealer_id=dealer.id, name=name, with_past=entry.with_past)
        consumer, is_new = app.database.write(actor_of(incoming, "order_export"), register)
        with app.database.read() as tx:
            return json_answer(GivenConsumer(data=_render(tx, consumer)), 201 if is_new else 200)

    return handle


def _render(tx: ReadTx, consumer: export.Consumer) -> Consumer:
    waiting = export.count_waiting(tx, consumer.dealer_id, consumer).count
    return Consumer(name=consumer.name, created_at=consumer.created_at.replace(microsecond=0), waiting=waiting)
