"""An order in the words of the document: the body of 201 on create and of 200 on get."""

from decimal import Decimal

from msgspec import UNSET, UnsetType

from partscounter.domain.orders import Contact, OrderLine
from partscounter.kit.address import PostalAddress
from partscounter.kit.money import to_cents
from partscounter.wire.parts_orders.price import render_price
from partscounter.wire.parts_orders.view import OrderView
from partscounter_contracts import number_or_text
from partscounter_contracts.moment import milliseconds
from partscounter_contracts.parts_orders import (
    DEFAULT_ORDER_TYPE,
    Company,
    Customer,
    DeliveryAddress,
    MandatoryVehicleReference,
    OrderContact,
    PartsOrder,
    PartsOrderLine,
    PartsOrderLineStatus,
    PartsOrderStatus,
    PartsOrderType,
    UnitOfMeasure,
)

_ORDER_TYPES = {each.value: each for each in PartsOrderType}


def render_order(view: OrderView, *, single_part_as_object: bool) -> PartsOrder:
    """The whole order as it stands."""
    order = view.order
    lines = [_line(line, view) for line in order.lines]
    return PartsOrder(
        parts_order_id=order.id,
        parts_order_date_time=milliseconds(order.placed_at),
        order_status=PartsOrderStatus(order.state.value),
        customer=_customer(view),
        company=_company(view),
        order_contact=_contact(order.contact),
        delivery_address=_address(order.ship_to),
        order_type=_ORDER_TYPES.get(order.terms.order_type, DEFAULT_ORDER_TYPE),
        order_reference=order.terms.reference or UNSET,
        parts=lines[0] if single_part_as_object and len(lines) == 1 else lines,
    )


def _customer(view: OrderView) -> Customer | UnsetType:
    if view.customer is None or view.customer.customer_id is None:
        return UNSET
    return Customer(
        customer_id=view.customer.customer_id,
        family_name=view.customer.family_name,
        given_name=view.customer.given_name,
        title_common=view.customer.title,
    )


def _company(view: OrderView) -> Company | UnsetType:
    return UNSET if view.company is None else Company(company_id=view.company.company_id, name=view.company.name)


def _contact(contact: Contact) -> OrderContact | UnsetType:
    if contact == Contact():
        return UNSET
    return OrderContact(name=contact.name, phone=contact.phone, email=contact.email, company_name=contact.company)


def _address(address: PostalAddress) -> DeliveryAddress:
    return DeliveryAddress(
        street_name=address.street,
        postal_code=number_or_text(address.postal_code),
        city=address.city,
        country_code=address.country,
    )


def _line(line: OrderLine, view: OrderView) -> PartsOrderLine:
    currency = view.order.currency
    references = [MandatoryVehicleReference(type=each.type, value=each.value) for each in line.vehicle_references]
    promised = view.promised_days.get(line.number)
    return PartsOrderLine(
        order_line_id=line.key,
        part_id=line.part_id or line.code,
        quantity=line.quantity,
        unit_of_measure=UnitOfMeasure(unit=line.unit_of_measure),
        unit_of_sale=view.units_of_sale.get(line.item_id or 0, 1),
        parts_order_line_status=PartsOrderLineStatus(line.state.value),
        promise_date=UNSET if promised is None else promised.isoformat(),
        mandatory_vehicle_reference=references[0] if references else UNSET,
        mandatory_vehicle_references=references or UNSET,
        list_price=render_price(line.price.list, line.price.tax_rate, currency),
        order_price=render_price(line.price.each, line.price.tax_rate, currency, tax=_unit_tax(line)),
    )


def _unit_tax(line: OrderLine) -> Decimal | None:
    """Tax on one unit where the seller named the tax on the line; None where it follows from the rate."""
    return None if line.price.tax is None else to_cents(line.price.tax / line.quantity)
