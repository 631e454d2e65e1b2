"""An order as a sales document.

The subtotal is that of the lines with their core charges, which are child lines. What is added to it stands once each:
a line's shipping as the line's adjustment, the order's own shipping and discount as the document's. A line keeps the
price of all its units; what was cancelled of them is an adjustment above the line.
"""

from datetime import datetime
from decimal import Decimal
from operator import itemgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from partscounter.domain import sales
from partscounter.domain.cores import CoreBalance
from partscounter.domain.fulfilment import TrackingStatus
from partscounter.domain.inventory import Description, Item
from partscounter.domain.orders import OrderLine
from partscounter.kit.address import PostalAddress
from partscounter.wire.inventory.find_document import SoldDocument
from partscounter.wire.inventory.render import amount_text, year_text
from partscounter_contracts.inventory import (
    UNKNOWN,
    Adjustment,
    Approval,
    ChildLineItem,
    SaleDocument,
    SaleDocumentAddress,
    SaleDocumentHead,
    SaleDocumentLine,
    SaleListEntry,
)
from partscounter_contracts.number import number_or_text

_COMMENTS = {
    TrackingStatus.ON_HOLD: "On hold",
    TrackingStatus.RELEASED: "Released",
    TrackingStatus.EXCEPTION: "Exception",
}
"""The statuses that change nothing but what the customer should know (one-order.md)."""


def render_head(document: SoldDocument) -> SaleDocumentHead:
    """The document as HEAD tells of it."""
    order = document.order
    shipment, cart = document.shipment, document.cart
    return SaleDocumentHead(
        vendor_id=number_or_text(document.dealer.vendor_id or UNKNOWN),
        vendor_store=number_or_text(document.store.vendor_store),
        vendor_salesdocument_id=order.id,
        salesdocument_date=_day(order.placed_at),
        document_is_void=order.is_void,
        document_is_closed=order.closed_at is not None,
        date_created=_day(order.placed_at if cart is None else cart.created_at),
        date_closed=_day(order.closed_at),
        shipping_tracking_number=UNKNOWN if shipment is None else shipment.tracking_id,
        truck_number=UNKNOWN,
        online_transaction_id=UNKNOWN if order.transaction_id is None else order.transaction_id,
        subtotal=amount_text(sales.subtotal_of(order, document.adjustments)),
        total_tax=amount_text(sales.tax_of(order, document.adjustments)),
        comments=_comments(document),
        adjustments=[],
        user_id=number_or_text(document.userid),
        billing_address=_address(order.bill_to),
        shipping_address=_address(order.ship_to),
    )


def render_document(document: SoldDocument) -> SaleDocument:
    """The document as GET tells of it: what HEAD tells, and purchase order number, adjustments and lines."""
    head, terms = render_head(document), document.order.terms
    charges = {} if document.order.is_void else {"Shipping": terms.shipping, "Discount": -terms.discount}
    adjustments = [*_adjustments(**charges), *_made_by_hand(document, None)]
    return SaleDocument(
        **_members(head) | {"adjustments": adjustments},
        purchase_order_number=terms.reference,
        line_items=[_line(document, line) for line in document.order.lines],
    )


def render_list_entry(document: SoldDocument) -> SaleListEntry:
    """The document as the list tells of it."""
    head, order = render_head(document), document.order
    return SaleListEntry(
        **{name: value for name, value in _members(head).items() if name in SaleListEntry.__struct_fields__},
        purchase_order_number=order.terms.reference,
        vendor_status=Approval(order.vendor_status.value),
        customer_status=Approval(order.customer_status.value),
    )


def _line(document: SoldDocument, line: OrderLine) -> SaleDocumentLine:
    plain = _plain_line(document, line, None if line.item_id is None else document.items.get(line.item_id))
    ledger = document.cores.get((document.order.id, line.number))
    children = [_core(plain, line, ledger)] if line.price.core else []
    return SaleDocumentLine(**_members(plain), child_line_items=children)


def _plain_line(document: SoldDocument, line: OrderLine, item: Item | None) -> ChildLineItem:
    """A line by itself, in the item's own words where it is for an item of stock."""
    about = Description() if item is None else item.description
    cancelled = sales.cancelled_of_line(line)
    return ChildLineItem(
        vendor_id=number_or_text(document.dealer.vendor_id or UNKNOWN),
        vendor_store=number_or_text(document.store.vendor_store),
        vendor_sku=(UNKNOWN if item is None else item.tag_number) or line.code,
        vendor_inventory_id=UNKNOWN if item is None else number_or_text(item.inventory_id),
        vendor_part_name=about.vendor_part_name or line.description,
        year=year_text(about.year),
        vehicle_make=about.vehicle_make,
        vehicle_model=about.vehicle_model,
        part_manufacturer=about.part_manufacturer,
        part_model=about.part_model,
        sales_document_lineitem_type="part" if item is None else "inventory",
        description=line.description,
        vin=about.vin,
        price=amount_text(line.extended_price),
        returnable=document.terms.days_to_return is not None,
        days_to_return=UNKNOWN if document.terms.days_to_return is None else document.terms.days_to_return,
        adjustments=[
            *_adjustments(Shipping=line.price.shipping - cancelled.shipping),
            *_cancelled(line, cancelled.net, is_taxable=bool(cancelled.tax)),
            *_made_by_hand(document, line.number),
        ],
    )


def _core(of: ChildLineItem, line: OrderLine, ledger: CoreBalance | None) -> ChildLineItem:
    """The deposit for the old part, which comes back with it. What came back stands beside the charge, not in it."""
    days = None if ledger is None else ledger.charge.terms.days_to_return
    credit = Decimal(0) if ledger is None else ledger.credited
    return replace(
        of,
        sales_document_lineitem_type="core",
        description="Core charge",
        price=amount_text(line.price.core * line.quantity),
        returnable=ledger is None or ledger.outstanding_units > 0,
        days_to_return=UNKNOWN if days is None else days,
        adjustments=[
            *_cancelled(line, line.price.core * line.quantities.cancelled),
            *_adjustments(**{"Core credit": -credit}),
        ],
    )


def _cancelled(line: OrderLine, amount: Decimal, *, is_taxable: bool = False) -> list[Adjustment]:
    """What nobody owes for units of the line that were cancelled."""
    if not amount:
        return []
    taken_off = Adjustment(
        name="Cancelled",
        description=f"{line.quantities.cancelled} x {line.code}",
        amount=amount_text(-amount),
        is_taxable=is_taxable,
        is_subtotal_adjustment=True,
    )
    return [taken_off]


def _members(value: Struct) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__struct_fields__}


def _adjustments(**amounts: Decimal) -> list[Adjustment]:
    """Each amount that is not nothing, by name."""
    return [
        Adjustment(
            name=name, description=UNKNOWN, amount=amount_text(amount), is_taxable=False, is_subtotal_adjustment=False
        )
        for name, amount in amounts.items()
        if amount
    ]


def _made_by_hand(document: SoldDocument, line_number: int | None) -> list[Adjustment]:
    """What the dealer added to the line, or, without one, to the document."""
    return [
        Adjustment(
            name=each.name,
            description=each.description,
            amount=amount_text(each.amount),
            is_taxable=each.is_taxable,
            is_subtotal_adjustment=each.is_subtotal_adjustment,
        )
        for each in document.adjustments
        if each.line_number == line_number
    ]


def _comments(document: SoldDocument) -> str:
    """What the dealer said of the order beside its shipments, and its returns. The buyer's comments are internal."""
    said = [(each.taken_at, _COMMENTS[each.status]) for each in document.updates if each.status in _COMMENTS]
    came = [(each.changed_at, f"Return {each.number} {each.state.value}") for each in document.returns]
    return "; ".join(f"{_day(moment)}: {words}" for moment, words in sorted(said + came, key=itemgetter(0)))


def _address(address: PostalAddress) -> SaleDocumentAddress:
    return SaleDocumentAddress(
        contact=address.contact,
        company=address.company,
        email=address.email,
        street=address.street,
        mailing=UNKNOWN if address.mailing == address.street else address.mailing,
        city=address.city,
        state=address.state,
        postal_code=address.postal_code,
        country=address.country,
        phone_number=address.phone,
    )


def _day(moment: datetime | None) -> str:
    return UNKNOWN if moment is None else moment.date().isoformat()
