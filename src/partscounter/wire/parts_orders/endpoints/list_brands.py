"""GET …/parts/brands: the brands that the store sells (ours)."""

from partscounter.app import App
from partscounter.domain import inventory
from partscounter.domain.access import Credential
from partscounter.web.answer import JSON_TYPE, Answer
from partscounter.web.incoming import Incoming
from partscounter.web.query import QueryReader
from partscounter.wire.parts_orders.admission import get_store_of
from partscounter.wire.parts_orders.pages import read_page
from partscounter_contracts import encode
from partscounter_contracts.parts_orders import Brand, Brands


def list_brands(app: App, incoming: Incoming[Credential]) -> Answer:
    """One page of them, in order of their codes."""
    reader = QueryReader(incoming.query)
    page = read_page(reader)
    with app.database.read() as tx:
        store = get_store_of(tx, incoming)
        reader.check()
        brands = inventory.list_brands(tx, store.id)
    shown = brands[page.offset : page.offset + page.size]
    body = Brands(
        brands=[Brand(brand_code=each.code, description=each.name) for each in shown],
        total_items=len(brands),
        total_pages=page.count(len(brands)),
    )
    return Answer(200, encode(body), JSON_TYPE)
