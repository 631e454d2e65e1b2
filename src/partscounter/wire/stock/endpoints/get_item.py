"""GET /stock/items/{vendor_id}/{vendor_store}/{inventory_id}: one item as it stands."""

from collections.abc import Callable

from partscounter.app import App
from partscounter.domain.access import Credential
from partscounter.domain.inventory import UnknownItem
from partscounter.domain.inventory.changes import find_kept_item
from partscounter.web.answer import JSON_TYPE, Answer
from partscounter.web.incoming import Incoming
from partscounter.wire.stock.admission import get_store_of
from partscounter.wire.stock.carry_out import etag_of, name_of
from partscounter.wire.stock.render import render_item
from partscounter_contracts import encode


def get_item(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        name = name_of(incoming)
        with app.database.read() as tx:
            store = get_store_of(tx, incoming.caller, name.vendor_id, name.vendor_store)
            item = find_kept_item(tx, store.id, name.inventory_id)
        if item is None:
            raise UnknownItem(f"There is no item {name.inventory_id} in this store.")
        headers = (("ETag", etag_of(item)),)
        return Answer(200, encode(render_item(item, name.vendor_id, store)), JSON_TYPE, headers)

    return handle
