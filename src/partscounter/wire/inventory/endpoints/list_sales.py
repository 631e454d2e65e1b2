"""GET /sale/list: sales documents by customer, vendor, date and approval, newest first (*ours*)."""

from collections.abc import Callable

from partscounter.app import App
from partscounter.domain.access import Credential
from partscounter.web.answer import Answer
from partscounter.web.incoming import Incoming
from partscounter.wire.inventory.answers import stream_list
from partscounter.wire.inventory.list_documents import iterate_documents, resolve
from partscounter.wire.inventory.read_list import read_list
from partscounter.wire.inventory.render_document import render_list_entry
from partscounter.wire.inventory.user import user_of


def list_sales(app: App) -> Callable[[Incoming[Credential]], Answer]:
    """The handler."""

    def handle(incoming: Incoming[Credential]) -> Answer:
        user, asked = user_of(incoming.caller), read_list(incoming.query)
        with app.database.read() as tx:
            wanted = resolve(tx, user, asked)
        pages = iterate_documents(app, wanted)
        return stream_list(user.format, "sale", ([render_list_entry(each) for each in page] for page in pages))

    return handle
