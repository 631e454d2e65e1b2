"""What a shop's cart holds before it is sold, and what became of it ("Creating Sales Documents" of the inventory)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from partscounter.domain.inventory import Line
from partscounter.domain.orders.line import VehicleReference
from partscounter.domain.orders.order import Channel, Contact, Order, Terms
from partscounter.kit.address import PostalAddress


class LineFault(StrEnum):
    """Why a line of a cart was not sold, in the order in which it is asked."""

    FORBIDDEN_VENDOR = "forbidden_vendor"
    """There is no such vendor for this buyer, or it has not agreed to sell through it."""
    NOT_FOUND = "not_found"
    NOT_UNIQUE = "not_unique"
    """The line does not name its store or its item's own id, and several items answer to what it names."""
    NOT_AVAILABLE = "not_available"
    """Fewer units are left than the line, after the lines before it, asks for."""


@dataclass(frozen=True, slots=True)
class CartLine:
    """One line. Vendor, store and inventory id name an item; the tag number is asked without an inventory id only."""

    vendor_id: str
    vendor_store: str = ""
    inventory_id: str = ""
    tag_number: str = ""
    quantity: int = 1
    price: Decimal | None = None
    """Of one unit, net; None for the item's own."""
    core: Decimal | None = None
    shipping: Decimal | None = None
    """Of the whole line."""
    tax: Decimal | None = None
    """Of the whole line; None where it follows from the store's rate."""
    vehicle_references: tuple[VehicleReference, ...] = ()


@dataclass(frozen=True, slots=True)
class ShoppingCart:
    """Lines over any number of vendors, with what they share."""

    lines: tuple[CartLine, ...]
    catalogue: Line | None = Line.HEAVY_TRUCK
    """The part of the trade that the buyer sees; items of another are not found. None is all of it."""
    channel: Channel = Channel.SALE
    userid: str = ""
    """The end user's id. One that no customer has is kept with the cart as it came."""
    customer_id: int | None = None
    """The customer by our own id, where it is known without a userid."""
    sold_at: datetime | None = None
    """None is now."""
    contact: Contact = field(default_factory=Contact)
    bill_to: PostalAddress = field(default_factory=PostalAddress)
    ship_to: PostalAddress = field(default_factory=PostalAddress)
    terms: Terms = field(default_factory=Terms)


@dataclass(frozen=True, slots=True)
class SoldCart:
    """What became of a cart: an order for each store, and the fault of each line that is in none, by its index."""

    transaction_id: int | None
    """None where no line could be sold."""
    created_at: datetime
    orders: tuple[Order, ...]
    faults: Mapping[int, LineFault]


@dataclass(frozen=True, slots=True)
class PlacedCart:
    """A cart of which something was sold."""

    id: int
    created_at: datetime
    bought_by: str
    """The end user's id as it came; empty where none was given."""
