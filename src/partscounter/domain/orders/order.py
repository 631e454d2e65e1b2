"""An order: the same one whichever door it came in by."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from partscounter.domain.approvals import Approval
from partscounter.domain.orders.line import NOTHING, OrderLine, PricedLine
from partscounter.domain.orders.states import OrderState, order_state
from partscounter.kit.address import PostalAddress

L = TypeVar("L", bound=OrderLine | PricedLine)


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
class OrderOf(Generic[L]):
    """An order of lines of one kind."""

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
    lines: tuple[L, ...]
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
        return all(line.quantities.cancelled == line.quantity for line in self.lines)

    @property
    def state(self) -> OrderState:
        """How far the order is."""
        return order_state(line.quantities for line in self.lines)

    @property
    def subtotal(self) -> Decimal:
        """All lines, net."""
        return sum((line.extended_price for line in self.lines), NOTHING)

    @property
    def tax(self) -> Decimal:
        """Tax on all lines."""
        return sum((line.tax for line in self.lines), NOTHING)

    @property
    def shipping(self) -> Decimal:
        """Shipping of the order and of its lines."""
        return self.terms.shipping + sum((line.price.shipping for line in self.lines), NOTHING)

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
        subtotal, shipping, tax = self.subtotal, self.shipping, self.tax
        return Totals(subtotal, shipping, tax, subtotal - self.terms.discount + shipping + tax)


@dataclass(frozen=True, slots=True)
class Order(OrderOf[OrderLine]):
    """An order as it stands now. A resubmission is an order of its own with the same `uuid` and a higher `id`."""


@dataclass(frozen=True, slots=True)
class PricedOrder(OrderOf[PricedLine]):
    """The same as far as an export shows it."""
