"""GET /inventory/wholeunitparts/{vendor}/{store}/{vehicle}: what was taken off one vehicle and can be bought."""

from collections.abc import Callable

from partscounter.app import App
from partscounter.domain import inventory
from partscounter.domain.access import Credential
from partscounter.domain.dealers import UnknownStore
from partscounter.web.answer import Answer
from partscounter.web.incoming import Incoming
from partscounter.wire.inventory.answers import answer
from partscounter.wire.inventory.end_user import read_userid, viewer_of
from partscounter.wire.inventory.links import links_of
from partscounter.wire.inventory.render import render_whole_unit_part
from partscounter.wire.inventory.scope import find_seen_store, is_offered
from partscounter.wire.inventory.user import user_of


def list_whole_unit_parts(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler. A vehicle of which nothing is left, or that nobody knows, has an empty list."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        user, path, userid = user_of(incoming.caller), incoming.path_values, read_userid(incoming.query)
        with app.database.read() as tx:
            place = find_seen_store(tx, user, path["vendor_id"], path["vendor_store"])
            if place is None:
                raise UnknownStore("There is no such store.")
            dealer, store = place
            items = inventory.list_parts_of_vehicle(tx, store.id, path["vendor_vehicle_id"])
            viewer = viewer_of(tx, user, userid)
        links = links_of(incoming)
        offered = viewer.offered((item for item in items if is_offered(user, item)), dealer)
        parts = [render_whole_unit_part(item, dealer, store, links) for item in offered]
        return answer(user.format, parts, member="part")

    return handle
