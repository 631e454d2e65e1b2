"""GET /stock/items/{vendor_id}/{vendor_store}/{inventory_id}: one item as it stands."""

from collections.abc import Callable

from partscounter.app import App
from partscounter.domain import inventory
from partscounter.domain.access import Credential
from partscounter.domain.inventory import UnknownItem
from partscounter.web.answer import JSON_TYPE, Answer
from partscounter.web.incoming import Incoming
from partscounter.wire.stock.admission import get_store_of
from partscounter.wire.stock.render import render_item
from partscounter_contracts import encode


def get_item(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        path = incoming.path_values
        with app.database.read() as tx:
            store = get_store_of(tx, incoming.caller, path["vendor_id"], path["vendor_store"])
            item = inventory.find_item(tx, store.id, path["inventory_id"])
        if item is None:
            raise UnknownItem(f"There is no item {path['inventory_id']} in this store.")
        return Answer(200, encode(render_item(item, path["vendor_id"], store)), JSON_TYPE)

    return handle
