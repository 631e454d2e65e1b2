"""GET …/parts: parts of the store by brand and code (ours)."""

from partscounter.app import App
from partscounter.domain import inventory
from partscounter.domain.access import Credential
from partscounter.web.answer import JSON_TYPE, Answer
from partscounter.web.incoming import Incoming
from partscounter.web.query import QueryReader
from partscounter.wire.parts_orders.admission import get_store_of
from partscounter.wire.parts_orders.pages import page_links, read_page
from partscounter.wire.parts_orders.render_part import render_part
from partscounter_contracts import encode
from partscounter_contracts.parts_orders import Parts


def search_parts(app: App, incoming: Incoming[Credential]) -> Answer:
    """One page of the parts with this brand and code, in order of brand and code."""
    reader = QueryReader(incoming.query)
    page = read_page(reader)
    brand_code, part_code = reader.text("brandCode", longest=64), reader.text("partCode", longest=64)
    with app.database.read() as tx:
        store = get_store_of(tx, incoming)
        reader.check()
        total, items = inventory.list_parts(
            tx, store.id, brand_code=brand_code, part_code=part_code, offset=page.offset, limit=page.size
        )
    body = Parts(
        parts=[render_part(item) for item in items],
        total_items=total,
        total_pages=page.count(total),
        links=page_links(incoming, page, total),
    )
    return Answer(200, encode(body), JSON_TYPE)
