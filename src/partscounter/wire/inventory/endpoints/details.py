"""GET /inventory/details/{vendor}/{store}/{item}: one item in full."""

from collections.abc import Callable

from partscounter.app import App
from partscounter.domain.access import Credential
from partscounter.domain.inventory import vehicles
from partscounter.web.answer import Answer
from partscounter.web.incoming import Incoming
from partscounter.wire.inventory.answers import answer
from partscounter.wire.inventory.links import links_of
from partscounter.wire.inventory.render import legacy_form, render_details
from partscounter.wire.inventory.scope import get_seen_item
from partscounter.wire.inventory.user import user_of


def get_details(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        user, path = user_of(incoming.caller), incoming.path_values
        with app.database.read() as tx:
            item, dealer, store = get_seen_item(
                tx, user, path["vendor_id"], path["vendor_store"], path["vendor_inventory_id"]
            )
            vehicle = vehicles.find_vehicle(tx, store.id, item.description.vehicle_id)
        details = render_details(item, dealer, store, links_of(incoming), vehicle)
        return answer(user.format, legacy_form(details) if user.has_legacy_details else details)

    return handle
