"""Turns the body of a new order into the draft that is placed, or names everything that is wrong with it."""

from partscounter.database import ReadTx
from partscounter.domain.customers import Customer
from partscounter.domain.dealers import Store
from partscounter.domain.orders import Channel, Contact, OrderDraft, Terms
from partscounter.kit.address import PostalAddress
from partscounter.wire.parts_orders.buyer import find_buyer
from partscounter.wire.parts_orders.findings import Findings
from partscounter.wire.parts_orders.lines import draft_lines
from partscounter.wire.parts_orders.read import SentOrder
from partscounter_contracts.parts_orders import (
    DEFAULT_ORDER_TYPE,
    AlternateDeliveryAddress,
    OrderContactRequest,
    PartsOrderCreateRequest,
)

NUMBER_PREFIX = "PC"
"""Begins the number of an order whose customer has no code."""


def draft_order(tx: ReadTx, store: Store, sent: SentOrder) -> OrderDraft:
    """The draft of `sent` for `store`. Refuses with InvalidOrder and every violation at once."""
    request = sent.request
    findings = Findings(sent.violations)
    if store.requires_order_reference and not (request.order_reference or "").strip():
        findings.add("orderReference", "is required by this store", request.order_reference)
    buyer = find_buyer(tx, store, request, findings)
    lines = draft_lines(tx, store, request, findings)
    findings.check()
    if buyer is None:
        raise LookupError("an order without a buyer has findings")
    contact = _contact(request.order_contact)
    return OrderDraft(
        dealer_id=store.dealer_id,
        store_id=store.id,
        currency=store.currency,
        channel=Channel.PARTS_ORDERS,
        lines=lines,
        customer_id=buyer.id,
        contact=contact,
        bill_to=buyer.invoice_address,
        ship_to=_ship_to(request, buyer, contact),
        terms=Terms(
            order_type=(request.order_type or DEFAULT_ORDER_TYPE).value, reference=request.order_reference or ""
        ),
        number_prefix=buyer.code or NUMBER_PREFIX,
        reserve_later=store.takes_orders_asynchronously,
    )


def _contact(sent: OrderContactRequest | None) -> Contact:
    if sent is None:
        return Contact()
    return Contact(
        name=sent.name or "", phone=sent.phone or "", email=sent.email or "", company=sent.company_name or ""
    )


def _ship_to(request: PartsOrderCreateRequest, buyer: Customer, contact: Contact) -> PostalAddress:
    """The alternate address; the invoice address where that is blank ("Create Parts Order")."""
    alternate = request.alternate_delivery_address
    if alternate is None or alternate.is_blank():
        return buyer.invoice_address
    return PostalAddress(
        contact=contact.name,
        company=contact.company,
        street=alternate.street_name or "",
        city=alternate.city or "",
        postal_code=_postal_code(alternate),
        country=alternate.country_code or "",
        phone=contact.phone,
    )


def _postal_code(address: AlternateDeliveryAddress) -> str:
    return "" if address.postal_code is None else str(address.postal_code)
