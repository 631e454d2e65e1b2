"""GET …/parts/{partId}/price-availability: price, stock and mandatory vehicle references of one part (ours)."""

from partscounter.app import App
from partscounter.domain import customers
from partscounter.domain.access import Credential
from partscounter.web.answer import JSON_TYPE, Answer
from partscounter.web.incoming import Incoming
from partscounter.web.query import QueryReader
from partscounter.wire.parts_orders.admission import get_store_of
from partscounter.wire.parts_orders.buyer import UNKNOWN_COMPANY, UNKNOWN_CUSTOMER
from partscounter.wire.parts_orders.part_of_path import get_part_of
from partscounter.wire.parts_orders.render_part import render_availability
from partscounter_contracts import encode


def get_price_availability(app: App, incoming: Incoming[Credential]) -> Answer:
    """As of now. A customer or company may be named and must exist; all of them pay the same."""
    reader = QueryReader(incoming.query)
    customer_id, company_id = reader.text("customerId"), reader.text("companyId")
    with app.database.read() as tx:
        store = get_store_of(tx, incoming)
        item = get_part_of(tx, store, incoming)
        if customer_id and customers.find_customer(tx, customer_id, store.dealer_id) is None:
            reader.refuse("customerId", UNKNOWN_CUSTOMER, customer_id)
        if company_id and customers.find_company(tx, company_id, store.dealer_id) is None:
            reader.refuse("companyId", UNKNOWN_COMPANY, company_id)
        reader.check()
    return Answer(200, encode(render_availability(item, store)), JSON_TYPE)
