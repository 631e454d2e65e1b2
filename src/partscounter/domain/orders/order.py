"""An order: the same one whichever door it came in by."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from partscounter.domain.approvals import Approval
from partscounter.domain.orders.line import NOTHING, OrderLine, PricedLine
from partscounter.domain.orders.states import OrderState, order_state
from partscounter.kit.address import PostalAddress


class Channel(StrEnum):
    """The door that an order came in by."""

    PARTS_ORDERS = "parts_orders"
    ORDER_ENTRY = "order_entry"
    SALE = "sale"
    WEB = "web"
    IMPORT = "import"


class Contact(NamedTuple):
    """Who is told about the order."""

    name: str = ""
    phone: str = ""
    email: str = ""
    company: str = ""
    language: str = ""
    """That the buyer was reading, such as `fr`; empty where the door does not say."""


class Rep(NamedTuple):
    """The sales representative who submitted the order."""

    code: str = ""
    name: str = ""
    email: str = ""


class Terms(NamedTuple):
    """What buyer and seller agreed beside lines and addresses."""

    order_type: str = "STK"
    """EMG, VOR, STK, DPO or COL (Parts Orders, "Definitions")."""
    reference: str = ""
    """The buyer's own reference: `orderReference`, `po_number`."""
    shipping_method: str = ""
    payment_terms: str = ""
    notes: str = ""
    order_date: date | None = None
    """The day on the buyer's paper; None is the day it was placed."""
    ship_date: date | None = None
    cancel_date: date | None = None
    discount: Decimal = NOTHING
    shipping: Decimal = NOTHING


class Totals(NamedTuple):
    """The amounts under the lines of an order."""

    subtotal: Decimal
    shipping: Decimal
    tax: Decimal
    total: Decimal


@dataclass(frozen=True, slots=True)
class Order:
    """An order as it stands now. A resubmission is an order of its own with the same `uuid` and a higher `id`."""

    id: int
    uuid: str
    dealer_id: int
    store_id: int
    number: str
    original_number: str
    revision: int
    """0 for the first submission, n for the n-th resubmission."""
    document_number: str
    """The dealer's number for it; the order number until the dealer gives another."""
    channel: Channel
    placed_at: datetime
    currency: str
    customer_id: int | None
    """Our customer, by our own id."""
    contact: Contact
    rep: Rep
    bill_to: PostalAddress
    ship_to: PostalAddress
    terms: Terms
    lines: tuple[OrderLine, ...]
    tracking_status: str
    """The document status that order tracking last took, or empty."""
    transaction_id: int | None
    """The cart that it was bought in (`online_transaction_id`)."""
    superseded_by: int | None
    """The order that replaced this one when it was submitted again."""
    received_at: datetime | None
    """When the order export's puller marked it received."""
    closed_at: datetime | None
    """Since when nothing of it is left to ship."""
    vendor_status: Approval
    """Whether the dealer has agreed."""
    customer_status: Approval
    """Whether the customer's approver has agreed; while pending, nothing ships and the export leaves it out."""

    @property
    def is_void(self) -> bool:
        """Whether every unit was cancelled."""
        return _is_void(self.lines)

    @property
    def state(self) -> OrderState:
        """How far the order is."""
        return order_state(line.quantities for line in self.lines)

    @property
    def subtotal(self) -> Decimal:
        """All lines, net."""
        return _subtotal(self.lines)

    @property
    def tax(self) -> Decimal:
        """Tax on all lines."""
        return _tax(self.lines)

    @property
    def shipping(self) -> Decimal:
        """Shipping of the order and of its lines."""
        return _shipping(self.lines, self.terms)

    @property
    def cores(self) -> Decimal:
        """Deposits for old parts, on all lines."""
        return sum((line.price.core * line.quantity for line in self.lines), NOTHING)

    @property
    def total(self) -> Decimal:
        """What the buyer owes, core charges aside."""
        return self.totals.total

    @property
    def totals(self) -> Totals:
        """All four at once, for those who show them together: each goes through all lines."""
        return _totals(self.lines, self.terms)


class PricedOrder(NamedTuple):
    """As much of an `Order` as an export shows, under the same names; a tuple, since it reads hundreds of thousands."""

    id: int
    uuid: str
    number: str
    original_number: str
    revision: int
    document_number: str
    channel: Channel
    placed_at: datetime
    currency: str
    customer_id: int | None
    tracking_status: str
    superseded_by: int | None
    contact: Contact
    rep: Rep
    bill_to: PostalAddress
    ship_to: PostalAddress
    terms: Terms
    lines: tuple[PricedLine, ...]

    @property
    def is_void(self) -> bool:
        """Whether every unit was cancelled."""
        return _is_void(self.lines)

    @property
    def state(self) -> OrderState:
        """How far the order is."""
        return order_state(line.quantities for line in self.lines)

    @property
    def totals(self) -> Totals:
        """The amounts under the lines."""
        return _totals(self.lines, self.terms)


def _is_void(lines: Sequence[OrderLine | PricedLine]) -> bool:
    return all(line.quantities.cancelled == line.quantity for line in lines)


def _subtotal(lines: Sequence[OrderLine | PricedLine]) -> Decimal:
    return sum((line.extended_price for line in lines), NOTHING)


def _tax(lines: Sequence[OrderLine | PricedLine]) -> Decimal:
    return sum((line.tax for line in lines), NOTHING)


def _shipping(lines: Sequence[OrderLine | PricedLine], terms: Terms) -> Decimal:
    return terms.shipping + sum((line.price.shipping for line in lines), NOTHING)


def _totals(lines: Sequence[OrderLine | PricedLine], terms: Terms) -> Totals:
    subtotal, shipping, tax = _subtotal(lines), _shipping(lines, terms), _tax(lines)
    return Totals(subtotal, shipping, tax, subtotal - terms.discount + shipping + tax)
