"""A parts order as it is answered: the body of 201 on create and of 200 on get (schemas PartsOrder, PartsOrderLine)."""

from decimal import Decimal

from msgspec import UNSET, Struct, UnsetType

from partscounter_contracts.number import Code
from partscounter_contracts.parts_orders.statuses import PartsOrderLineStatus, PartsOrderStatus, PartsOrderType


class Customer(Struct, frozen=True, kw_only=True, rename="camel"):
    """The person the order is for."""

    customer_id: str
    family_name: str
    given_name: str
    title_common: str


class Company(Struct, frozen=True, kw_only=True, rename="camel"):
    """The company the order is for."""

    company_id: str
    name: str


class OrderContact(Struct, frozen=True, kw_only=True, rename="camel"):
    """Whom to ask about the order."""

    name: str = ""
    phone: str = ""
    email: str = ""
    company_name: str = ""


class DeliveryAddress(Struct, frozen=True, kw_only=True, rename="camel"):
    """Where the parts go. `postal_code` is a number where that loses no digit (see `number_or_text`)."""

    street_name: str
    postal_code: Code
    city: str
    country_code: str


class UnitOfMeasure(Struct, frozen=True, kw_only=True):
    """What one of `quantity` is."""

    unit: str = "PIECE"
    value: int = 1


class MandatoryVehicleReference(Struct, frozen=True, kw_only=True):
    """What identifies the vehicle the part is for, such as type KEYNUMBER."""

    type: str
    value: str


class Price(Struct, frozen=True, kw_only=True, rename="camel"):
    """An amount with its tax, as JSON numbers; `tax_rate` in per cent. Render amounts with `json_number`."""

    net_value: Decimal
    gross_value: Decimal
    tax_value: Decimal
    tax_rate: Decimal
    currency_code: str


class PartsOrderLine(Struct, frozen=True, kw_only=True, rename="camel"):
    """One line. The first reference stands alone as the sample prints it, all of them in the plural key.

    `promise_date` (ours) is the day by which the units on back order are to be in, such as `2026-12-01`; left out of
    any other line, and where no date was promised.
    """

    order_line_id: str
    part_id: str
    quantity: int
    unit_of_measure: UnitOfMeasure
    unit_of_sale: int
    parts_order_line_status: PartsOrderLineStatus
    promise_date: str | UnsetType = UNSET
    mandatory_vehicle_reference: MandatoryVehicleReference | UnsetType = UNSET
    mandatory_vehicle_references: list[MandatoryVehicleReference] | UnsetType = UNSET
    list_price: Price
    order_price: Price


class PartsOrder(Struct, frozen=True, kw_only=True, rename="camel"):
    """The whole order.

    `parts` is an array; a client switched to the printed form gets a bare object for an order of one line.
    `customer`, `company`, `order_contact` and `order_reference` are left out where the order has none.
    """

    parts_order_id: int
    parts_order_date_time: str
    order_status: PartsOrderStatus
    customer: Customer | UnsetType = UNSET
    company: Company | UnsetType = UNSET
    order_contact: OrderContact | UnsetType = UNSET
    delivery_address: DeliveryAddress
    order_type: PartsOrderType
    order_reference: str | UnsetType = UNSET
    parts: list[PartsOrderLine] | PartsOrderLine


class PartsOrder202Response(Struct, frozen=True, kw_only=True, rename="camel"):
    """The answer of a store that takes orders asynchronously: only the id to ask for later."""

    parts_order_id: int
