"""POST /{enterpriseId}/{storeId}/v1/parts-orders ("Create Parts Order")."""

import msgspec

from partscounter.app import App
from partscounter.database import WriteTx
from partscounter.domain import orders
from partscounter.domain.access import Credential
from partscounter.domain.dealers import Store
from partscounter.web.answer import JSON_TYPE, Answer
from partscounter.web.callers import actor_of
from partscounter.web.incoming import Incoming
from partscounter.wire.parts_orders.admission import get_store_of
from partscounter.wire.parts_orders.draft import draft_order
from partscounter.wire.parts_orders.quirks import wants_single_part_as_object
from partscounter.wire.parts_orders.read import SentOrder, read_order
from partscounter.wire.parts_orders.render import render_order
from partscounter.wire.parts_orders.view import OrderView, view_order
from partscounter_contracts import encode
from partscounter_contracts.parts_orders import PartsOrder202Response

_CREATED, _ACCEPTED = 201, 202


class FirstAnswer(msgspec.Struct, frozen=True):
    """What is kept under an idempotency key: the answer, to be given again byte for byte."""

    status: int
    location: str
    body: str

    def as_answer(self) -> Answer:
        return Answer(self.status, self.body.encode(), JSON_TYPE, (("Location", self.location),))


def create_order(app: App, incoming: Incoming[Credential]) -> Answer:
    """Places the order: 201 with all of it, or 202 with its id where the store reserves stock later."""
    sent = read_order(incoming)
    if sent.violations:
        with app.database.read() as tx:
            draft_order(tx, get_store_of(tx, incoming), sent)  # refuses, with what the rules find beside the types
    actor = actor_of(incoming, "parts_orders")
    if sent.key is None:
        store, view = app.database.write(actor, lambda tx: _place(tx, incoming, sent))
        return _answer(incoming, store, view).as_answer()
    kept = app.database.write(actor, lambda tx: _place_once(app, tx, incoming, sent))
    return msgspec.json.decode(kept, type=FirstAnswer).as_answer()


def _place(tx: WriteTx, incoming: Incoming[Credential], sent: SentOrder) -> tuple[Store, OrderView]:
    store = get_store_of(tx, incoming)
    return store, view_order(tx, orders.place_order(tx, draft_order(tx, store, sent)))


def _place_once(app: App, tx: WriteTx, incoming: Incoming[Credential], sent: SentOrder) -> str:
    """The answer as text. It is rendered inside the transaction, because it is kept with the key or not at all."""
    store = get_store_of(tx, incoming)
    return orders.once(
        tx,
        scope=f"parts_orders:{incoming.caller.id}:{store.id}",
        key=sent.key or "",
        body=incoming.body,
        do=lambda: msgspec.json.encode(_answer(incoming, *_place(tx, incoming, sent))).decode(),
        remember=app.settings.limits.remember_keys,
    )


def _answer(incoming: Incoming[Credential], store: Store, view: OrderView) -> FirstAnswer:
    location = f"{incoming.base_url}{incoming.raw_path}/{view.order.id}"
    if store.takes_orders_asynchronously:
        return FirstAnswer(_ACCEPTED, location, encode(PartsOrder202Response(parts_order_id=view.order.id)).decode())
    single = wants_single_part_as_object(incoming.caller)
    return FirstAnswer(_CREATED, location, encode(render_order(view, single_part_as_object=single)).decode())
