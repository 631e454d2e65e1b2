"""A cart to be sold, over one or several vendors, and what became of it ("Creating Sales Documents").

Amounts may come as JSON numbers or as text and are read exactly. Their range and places, a "NaN" and an unknown
shipping method are the server's to refuse. Only `line_items` and each line's `vendor_id` are required: the document
marks optional members unevenly, and names codes for lines that are identified incompletely.
"""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from partscounter_contracts.inventory.values import Id
from partscounter_contracts.number import Quantity

Line = Annotated[str, Meta(max_length=200)]
PostalCode = Annotated[str, Meta(max_length=32)] | Annotated[int, Meta(ge=0)]
SaleDate = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9](:([0-5][0-9])?)?$",
        description="YYYY-MM-DD HH:MM with seconds optional",
    ),
]


class ShippingMethod(StrEnum):
    """How the goods travel; each has a second name, and any case is taken."""

    PICK_UP = "Pick-Up"
    FASTEST = "Fastest"
    CHEAPEST = "Cheapest"


SHIPPING_METHODS = {
    "pick-up": ShippingMethod.PICK_UP,
    "will call": ShippingMethod.PICK_UP,
    "fastest": ShippingMethod.FASTEST,
    "expedited": ShippingMethod.FASTEST,
    "cheapest": ShippingMethod.CHEAPEST,
    "standard": ShippingMethod.CHEAPEST,
}
DEFAULT_SHIPPING_METHOD = ShippingMethod.CHEAPEST


def find_shipping_method(text: str) -> ShippingMethod | None:
    """The method that `text` names, in any case; None for words the document does not know."""
    return SHIPPING_METHODS.get(text.strip().casefold())


class SaleErrorCode(StrEnum):
    """Why a line was not sold, in the order in which it is checked."""

    FORBIDDEN_VENDOR = "ERR_FORBIDDEN_VENDOR"
    NOT_FOUND = "ERR_NOT_FOUND"
    NOT_UNIQUE = "ERR_NOT_UNIQUE"
    NOT_AVAILABLE = "ERR_NOT_AVAILABLE"


class SaleLineItem(Struct, frozen=True, kw_only=True):
    """One item of the cart. Without `price` the item's price for the end user is taken; a null quantity is one unit.

    `vendor_sku` is the deprecated way to name an item.
    """

    vendor_id: Id
    vendor_store: Id | None = None
    vendor_store_id: Id | None = None
    vendor_inventory_id: Id | None = None
    vendor_sku: Id | None = None
    quantity: Quantity | None = 1
    price: Decimal | None = None
    core_price: Decimal | None = None
    shipping_price: Decimal | None = None
    tax_price: Decimal | None = None


class SaleAddress(Struct, frozen=True, kw_only=True):
    """Whom to bill or where to ship; the shipping address has no fax number in the document."""

    contact: Line | None = None
    company: Line | None = None
    email: Line | None = None
    street: Line | None = None
    city: Line | None = None
    state: Line | None = None
    postal_code: PostalCode | None = None
    country: Line | None = None
    phone_number: Line | int | None = None
    fax_number: Line | int | None = None


class SaleCreate(Struct, frozen=True, kw_only=True):
    """The cart."""

    sale_date: SaleDate | None = None
    sale_total: Decimal | None = None
    user_id: Id | None = None
    shipping_method: str | None = None
    comments: Annotated[str, Meta(max_length=4000)] | None = None
    po_number: Annotated[str, Meta(max_length=20)] | None = None
    line_items: Annotated[list[SaleLineItem], Meta(min_length=1, max_length=500)]
    billing_address: SaleAddress | None = None
    shipping_address: SaleAddress | None = None


class SaleErrorItem(Struct, frozen=True, kw_only=True):
    """The line that was not sold, as the cart named it; "" for what it did not name."""

    vendor_id: Id
    vendor_store: Id
    vendor_inventory_id: Id


class SaleErrorReason(Struct, frozen=True, kw_only=True):
    """Why not."""

    code: SaleErrorCode
    message: str


class SaleError(Struct, frozen=True, kw_only=True):
    """A line that was not sold."""

    item: SaleErrorItem
    error: SaleErrorReason


class SaleCreated(Struct, frozen=True, kw_only=True):
    """What became of the cart. The id is null when no line was sold; `created` is YYYY-MM-DD HH:MM:SS."""

    online_transaction_id: int | None
    created: str
    errors: list[SaleError]
