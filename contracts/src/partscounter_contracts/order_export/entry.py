"""An order on its way in from a rep (this project's own call). What the server decides is ignored when sent along.

The same object as the export's, so an exported order can be sent back: `id`, numbers, status and totals are ignored,
and the same `uuid` makes it a resubmission.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated

from msgspec import Meta, Struct

from partscounter_contracts.number import Quantity

Short = Annotated[str, Meta(max_length=64)]
Line = Annotated[str, Meta(max_length=200)]
Notes = Annotated[str, Meta(max_length=4000)]
LINES_AT_MOST = 1000


class RepEntry(Struct, frozen=True, kw_only=True):
    """Who took the order."""

    code: Short = ""
    name: Line = ""
    email: Line = ""


class CustomerEntry(Struct, frozen=True, kw_only=True):
    """Who orders; `code` is the dealer's code of a known customer."""

    code: Annotated[str, Meta(min_length=1, max_length=64)]
    name: Line = ""
    email: Line = ""
    phone: Line = ""


class AddressEntry(Struct, frozen=True, kw_only=True):
    """Where the bill or the goods go; all blank means the customer's own."""

    code: Short = ""
    name: Line = ""
    company: Line = ""
    street: Line = ""
    street2: Line = ""
    city: Line = ""
    state: Short = ""
    postal_code: Short = ""
    country: Short = ""


class ItemEntry(Struct, frozen=True, kw_only=True):
    """One line. Without a price the dealer's price for this customer is taken."""

    item_code: Annotated[str, Meta(min_length=1, max_length=64)]
    quantity: Quantity
    description: Line = ""
    unit_of_measure: Short = ""
    price: Decimal | None = None
    price_code: Short = ""
    discount_percent: Decimal | None = None
    notes: Notes = ""


class OrderEntry(Struct, frozen=True, kw_only=True):
    """An order to be taken, or taken again when its `uuid` is known."""

    customer: CustomerEntry
    items: Annotated[list[ItemEntry], Meta(min_length=1, max_length=LINES_AT_MOST)]
    uuid: Annotated[str, Meta(pattern="^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$")] | None = None
    order_date: date | None = None
    ship_date: date | None = None
    cancel_date: date | None = None
    po_number: Short = ""
    rep: RepEntry | None = None
    bill_to: AddressEntry | None = None
    ship_to: AddressEntry | None = None
    shipping_method: Short = ""
    terms: Line = ""
    notes: Notes = ""
    shipping: Decimal | None = None
    tax: Decimal | None = None
