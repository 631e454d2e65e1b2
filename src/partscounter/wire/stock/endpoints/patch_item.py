"""PATCH /stock/items/{vendor_id}/{vendor_store}/{inventory_id}: change some fields (RFC 7396, JSON merge patch)."""

from collections.abc import Callable

from partscounter.app import App
from partscounter.domain.access import Credential
from partscounter.web.answer import Answer
from partscounter.web.decode import decode_object
from partscounter.web.incoming import Incoming
from partscounter.wire.stock.carry_out import answer_with, carry_out, name_of
from partscounter.wire.stock.preconditions import expected_by
from partscounter.wire.stock.read_change import read_edit


def patch_item(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler. A list is replaced as a whole, as merge patches do."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        name, expected = name_of(incoming), expected_by(incoming)
        edit = read_edit(name, decode_object(incoming.body), expected, app.clock.now().year)
        return answer_with(carry_out(app, incoming, edit), name)

    return handle
