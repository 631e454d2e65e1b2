"""An order as a sales representative writes it down: codes and words, nothing looked up yet."""

from dataclasses import dataclass, field
from decimal import Decimal

from partscounter.domain.orders.line import NOTHING
from partscounter.domain.orders.order import Contact, Rep, Terms
from partscounter.kit.address import PostalAddress


@dataclass(frozen=True, slots=True)
class EnteredLine:
    """One part asked for by the code that rep and customer call it."""

    code: str
    quantity: int
    price: Decimal | None = None
    """For one unit, before the discount; None is the seller's price."""
    discount_percent: Decimal = NOTHING
    price_code: str = ""
    description: str = ""
    unit_of_measure: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class EnteredOrder:
    """What a rep enters for a customer of the dealer. What is blank is filled in from what is known of the customer."""

    customer_code: str
    lines: tuple[EnteredLine, ...]
    uuid: str = ""
    """Names the order over its submissions; empty is a new order."""
    contact: Contact = field(default_factory=Contact)
    rep: Rep = field(default_factory=Rep)
    bill_to: PostalAddress = field(default_factory=PostalAddress)
    ship_to: PostalAddress = field(default_factory=PostalAddress)
    terms: Terms = field(default_factory=Terms)
    tax: Decimal | None = None
    """On the whole order; None is the store's tax on each line."""
