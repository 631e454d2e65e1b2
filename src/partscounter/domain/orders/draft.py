"""What a buyer asks for, before it is an order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from partscounter.domain.orders.line import LinePrice, VehicleReference
from partscounter.domain.orders.order import Channel, Contact, Rep, Terms
from partscounter.kit.address import PostalAddress


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One part asked for. Where `item_id` is None nothing is held for the line; it stays open."""

    code: str
    quantity: int
    price: LinePrice
    item_id: int | None = None
    brand_code: str = ""
    part_code: str = ""
    description: str = ""
    unit_of_measure: str = "PIECE"
    notes: str = ""
    vehicle_references: tuple[VehicleReference, ...] = ()
    back_order_allowed: bool = True
    """False: the whole order is refused with NotAvailable when stock does not cover the line."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Names that an order brings with it from another system; empty ones are given here."""

    id: int | None = None
    uuid: str = ""
    number: str = ""
    document_number: str = ""
    placed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OrderDraft:
    """An order to be placed with one store."""

    dealer_id: int
    store_id: int
    currency: str
    channel: Channel
    lines: tuple[DraftLine, ...]
    customer_id: int | None = None
    contact: Contact = field(default_factory=Contact)
    rep: Rep = field(default_factory=Rep)
    bill_to: PostalAddress = field(default_factory=PostalAddress)
    ship_to: PostalAddress = field(default_factory=PostalAddress)
    terms: Terms = field(default_factory=Terms)
    number_prefix: str = "PC"
    """The rep's or customer's code; begins the order number."""
    reserve_later: bool = False
    transaction_id: int | None = None
    identity: Identity = field(default_factory=Identity)

    def units_by_item(self) -> Mapping[int, int]:
        """Units wanted of each known item, over all lines."""
        wanted: dict[int, int] = {}
        for line in self.lines:
            if line.item_id is not None:
                wanted[line.item_id] = wanted.get(line.item_id, 0) + line.quantity
        return wanted
