"""POST …/parts/price-availability: price and stock of several parts at once (ours)."""

from collections.abc import Sequence

from partscounter.app import App
from partscounter.database import ReadTx
from partscounter.domain import customers, inventory
from partscounter.domain.access import Credential
from partscounter.domain.dealers import Store
from partscounter.domain.inventory import Item
from partscounter.kit.refusal import Invalid, Violation
from partscounter.web.answer import JSON_TYPE, Answer
from partscounter.web.decode import decode, decode_untyped
from partscounter.web.incoming import Incoming
from partscounter.wire.parts_orders.admission import get_store_of
from partscounter.wire.parts_orders.buyer import UNKNOWN_COMPANY, UNKNOWN_CUSTOMER
from partscounter.wire.parts_orders.findings import Findings
from partscounter.wire.parts_orders.part_choice import choose_part, key_of
from partscounter.wire.parts_orders.render_part import render_availability
from partscounter.wire.parts_orders.salvage import salvage_basket
from partscounter_contracts import encode
from partscounter_contracts.parts_orders import BasketRequest, BasketResponse


def price_basket(app: App, incoming: Incoming[Credential]) -> Answer:
    """One entry per line, in order. Nothing is held for the caller."""
    request, wrong_in_type = _read(incoming)
    with app.database.read() as tx:
        store = get_store_of(tx, incoming)
        items = _find_parts(tx, store, request, Findings(wrong_in_type))
    body = BasketResponse(parts=[render_availability(item, store) for item in items])
    return Answer(200, encode(body), JSON_TYPE)


def _read(incoming: Incoming[Credential]) -> tuple[BasketRequest, Sequence[Violation]]:
    """The basket, as far as it can be read, and what is wrong with its types."""
    try:
        return decode(BasketRequest, incoming.body), ()
    except Invalid as invalid:
        return salvage_basket(decode_untyped(incoming.body)), invalid.violations


def _find_parts(tx: ReadTx, store: Store, request: BasketRequest, findings: Findings) -> list[Item]:
    if request.customer_id and customers.find_customer(tx, request.customer_id, store.dealer_id) is None:
        findings.add("customerId", UNKNOWN_CUSTOMER, request.customer_id)
    if request.company_id and customers.find_company(tx, request.company_id, store.dealer_id) is None:
        findings.add("companyId", UNKNOWN_COMPANY, request.company_id)
    offered = inventory.find_parts(tx, store.id, {key_of(line.part) for line in request.parts})
    chosen = [
        choose_part(offered, line.part, f"parts[{index}].part", findings) for index, line in enumerate(request.parts)
    ]
    findings.check()
    return [item for item in chosen if item is not None]
