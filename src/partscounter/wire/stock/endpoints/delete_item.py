"""DELETE /stock/items/{vendor_id}/{vendor_store}/{inventory_id}: retire an item."""

from collections.abc import Callable

from partscounter.app import App
from partscounter.domain.access import Credential
from partscounter.domain.inventory.changes import Retire
from partscounter.web.answer import Answer, empty
from partscounter.web.incoming import Incoming
from partscounter.wire.stock.carry_out import carry_out, name_of
from partscounter.wire.stock.preconditions import expected_by


def delete_item(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler: 204, also for an item that was retired before."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        carry_out(app, incoming, Retire(name_of(incoming), expected_by(incoming)))
        return empty()

    return handle
