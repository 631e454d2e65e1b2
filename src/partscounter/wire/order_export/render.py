"""An order in the export's own fields."""

from partscounter.domain.customers import Customer
from partscounter.domain.orders import Order, OrderLine, PricedLine, PricedOrder
from partscounter.kit.address import PostalAddress
from partscounter.wire.order_export.status import status_of
from partscounter_contracts import json_number, order_export


def render_order(order: Order | PricedOrder, customer: Customer | None) -> order_export.Order:
    """`customer` is the one behind `order.customer_id`, whichever door the order came in by."""
    terms, totals = order.terms, order.totals
    return order_export.Order(
        id=order.id,
        uuid=order.uuid,
        order_number=order.number,
        original_order_number=order.original_number,
        document_number=order.document_number,
        revision=order.revision,
        status=status_of(order),
        submitted_at=order.placed_at.replace(microsecond=0),
        order_date=terms.order_date or order.placed_at.date(),
        ship_date=terms.ship_date,
        cancel_date=terms.cancel_date,
        po_number=terms.reference,
        rep=order_export.Rep(code=order.rep.code, name=order.rep.name, email=order.rep.email),
        customer=_customer(order, customer),
        bill_to=_bill_to(order.bill_to),
        ship_to=_ship_to(order.ship_to),
        shipping_method=terms.shipping_method,
        terms=terms.payment_terms,
        notes=terms.notes,
        items=[_item(line) for line in order.lines],
        subtotal=json_number(totals.subtotal),
        discount=json_number(terms.discount),
        shipping=json_number(totals.shipping),
        tax=json_number(totals.tax),
        total=json_number(totals.total),
        currency=order.currency,
        channel=order.channel.value,
    )


def _customer(order: Order | PricedOrder, customer: Customer | None) -> order_export.Customer:
    """The order's own contact first: it is what was true when the order was placed."""
    contact = order.contact
    known = customer.invoice_address if customer else PostalAddress()
    return order_export.Customer(
        code=(customer.code or "") if customer else "",
        name=contact.company or contact.name or known.company or (customer.name if customer else ""),
        email=contact.email or (customer.email if customer else ""),
        phone=contact.phone or known.phone,
    )


def _bill_to(address: PostalAddress) -> order_export.BillTo:
    return order_export.BillTo(
        name=address.contact,
        company=address.company,
        street=address.street,
        street2=address.mailing,
        city=address.city,
        state=address.state,
        postal_code=address.postal_code,
        country=address.country,
    )


def _ship_to(address: PostalAddress) -> order_export.ShipTo:
    return order_export.ShipTo(
        code=address.code,
        name=address.contact,
        company=address.company,
        street=address.street,
        street2=address.mailing,
        city=address.city,
        state=address.state,
        postal_code=address.postal_code,
        country=address.country,
    )


def _item(line: OrderLine | PricedLine) -> order_export.Item:
    # Other doors may know a list price that was never discounted for this buyer: then the price paid is the price.
    price = line.price.list if line.price.discount_percent else line.price.each
    return order_export.Item(
        line=line.number,
        item_code=line.code,
        description=line.description,
        quantity=line.quantity,
        unit_of_measure=line.unit_of_measure,
        price=json_number(price),
        price_code=line.price.code,
        discount_percent=json_number(line.price.discount_percent),
        extended_price=json_number(line.extended_price),
        notes=line.notes,
    )
