"""PUT /stock/items/{vendor_id}/{vendor_store}/{inventory_id}: create or replace an item."""

from collections.abc import Callable

from partscounter.app import App
from partscounter.domain.access import Credential
from partscounter.web.answer import Answer
from partscounter.web.decode import decode_object
from partscounter.web.incoming import Incoming
from partscounter.wire.stock.carry_out import answer_with, carry_out, name_of
from partscounter.wire.stock.preconditions import expected_by
from partscounter.wire.stock.read_change import read_put


def put_item(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler: 201 for an item that was not there, or was retired; else 200."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        name, expected = name_of(incoming), expected_by(incoming)
        put = read_put(name, decode_object(incoming.body), expected, app.clock.now().year)
        return answer_with(carry_out(app, incoming, put), name)

    return handle
