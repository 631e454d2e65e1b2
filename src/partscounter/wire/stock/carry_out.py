"""Carries out a request's one change, and answers with the item."""

from partscounter.app import App
from partscounter.domain.access import Credential
from partscounter.domain.inventory import Item
from partscounter.domain.inventory.changes import Done, Effect, ItemChange, ItemName, apply_changes, version_of
from partscounter.kit.refusal import Refusal
from partscounter.web.answer import JSON_TYPE, Answer
from partscounter.web.callers import actor_of
from partscounter.web.incoming import Incoming
from partscounter.wire.stock.render import render_item
from partscounter_contracts import encode

DOOR = "stock"
STATUS = {Effect.CREATED: 201, Effect.CHANGED: 200, Effect.UNCHANGED: 200}
"""Of a put or an edit."""


def name_of(incoming: Incoming[Credential]) -> ItemName:
    """The item in the path."""
    path = incoming.path_values
    return ItemName.of(path["vendor_id"], path["vendor_store"], path["inventory_id"])


def carry_out(app: App, incoming: Incoming[Credential], change: ItemChange) -> Done:
    """What was done; raises what it was refused with."""
    caller = incoming.caller
    write = app.database.write
    (outcome,) = write(actor_of(incoming, DOOR), lambda tx: apply_changes(tx, [change], caller.sees_dealer))
    if isinstance(outcome, Refusal):
        raise outcome
    return outcome


def answer_with(done: Done, name: ItemName) -> Answer:
    """The item as it is now, with its ETag."""
    body = encode(render_item(done.item, name.vendor_id, done.store))
    return Answer(STATUS[done.effect], body, JSON_TYPE, (("ETag", etag_of(done.item)),))


def etag_of(item: Item) -> str:
    """As it stands in headers."""
    return f'"{version_of(item)}"'
