"""An order as it is exported. The vendor's field page is not public, so the fields are ours and listed only here."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct


class OrderStatus(StrEnum):
    """How far an order is. From `on_hold` to `cancelled` it is what order tracking last said."""

    SUBMITTED = "submitted"
    REPLACED = "replaced"
    """Submitted again; the order with the next suffix stands in its place."""
    ON_HOLD = "on_hold"
    RELEASED = "released"
    EXCEPTION = "exception"
    READY_FOR_PICKUP = "ready_for_pickup"
    PARTIALLY_READY = "partially_ready_for_pickup"
    PARTIALLY_SHIPPED = "partially_shipped"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    PICKED_UP = "picked_up"
    PARTIALLY_CANCELLED = "partially_cancelled"
    CANCELLED = "cancelled"
    INVOICED = "invoiced"


class Rep(Struct, frozen=True, kw_only=True):
    """Who took the order."""

    code: str = ""
    name: str = ""
    email: str = ""


class Customer(Struct, frozen=True, kw_only=True):
    """Who ordered."""

    code: str = ""
    name: str = ""
    email: str = ""
    phone: str = ""


class BillTo(Struct, frozen=True, kw_only=True):
    """Who pays."""

    name: str = ""
    company: str = ""
    street: str = ""
    street2: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    country: str = ""


class ShipTo(Struct, frozen=True, kw_only=True):
    """Where the goods go; `code` is the customer's name for the place."""

    code: str = ""
    name: str = ""
    company: str = ""
    street: str = ""
    street2: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    country: str = ""


class Item(Struct, frozen=True, kw_only=True):
    """One line. `price` is for one unit before the discount, `extended_price` for the line after it.

    The discount is taken off each unit and rounded to the cent there.
    """

    line: int
    item_code: str
    description: str
    quantity: int
    unit_of_measure: str
    price: Decimal
    price_code: str
    discount_percent: Decimal
    extended_price: Decimal
    notes: str


class Order(Struct, frozen=True, kw_only=True):
    """One version of an order. Versions share `uuid`; the one with the highest `id` is the newest.

    `order_number` carries the suffix of a resubmission, `original_order_number` does not; `revision` is the suffix as a
    number, 0 for the first. Amounts are JSON numbers in `currency`; `submitted_at` is UTC. `channel` is the door by
    which the order came in: parts_orders, order_entry, sale, web or import.
    """

    id: int
    uuid: str
    order_number: str
    original_order_number: str
    document_number: str
    revision: int
    status: OrderStatus
    submitted_at: datetime
    order_date: date
    ship_date: date | None
    cancel_date: date | None
    po_number: str
    rep: Rep
    customer: Customer
    bill_to: BillTo
    ship_to: ShipTo
    shipping_method: str
    terms: str
    notes: str
    items: list[Item]
    subtotal: Decimal
    discount: Decimal
    shipping: Decimal
    tax: Decimal
    total: Decimal
    currency: str
    channel: str
