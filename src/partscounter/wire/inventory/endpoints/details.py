"""GET /inventory/details/{vendor}/{store}/{item}: one item in full."""

from collections.abc import Callable

from partscounter.app import App
from partscounter.domain.access import Credential
from partscounter.domain.inventory import UnknownItem, vehicles
from partscounter.web.answer import Answer
from partscounter.web.incoming import Incoming
from partscounter.wire.inventory.answers import answer
from partscounter.wire.inventory.end_user import read_userid, viewer_of
from partscounter.wire.inventory.links import links_of
from partscounter.wire.inventory.render import legacy_form, render_details
from partscounter.wire.inventory.scope import get_seen_item
from partscounter.wire.inventory.user import user_of


def get_details(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        user, path, userid = user_of(incoming.caller), incoming.path_values, read_userid(incoming.query)
        with app.database.read() as tx:
            item, dealer, store = get_seen_item(
                tx, user, path["vendor_id"], path["vendor_store"], path["vendor_inventory_id"]
            )
            viewer = viewer_of(tx, user, userid)
            vehicle = vehicles.find_vehicle(tx, store.id, item.description.vehicle_id)
        if not viewer.sees(item, dealer):
            raise UnknownItem("There is no such item.")
        shown, units = viewer.priced(item, dealer), viewer.shown_units(item, dealer)
        details = render_details(shown, dealer, store, links_of(incoming), vehicle, available=units)
        return answer(user.format, legacy_form(details) if user.has_legacy_details else details)

    return handle
