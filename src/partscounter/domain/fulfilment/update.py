"""What a dealer says of an order's fulfilment (Order Tracking v3, "Request body")."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


class TrackingStatus(StrEnum):
    """Document status; the ten codes of the document's tables."""

    DELIVERED = "DL"
    PARTIALLY_SHIPPED = "PS"
    FULLY_SHIPPED = "FS"
    PICKED_UP = "PU"
    READY_FOR_PICKUP = "RP"
    READY_FOR_PARTIAL_PICKUP = "PA"
    ON_HOLD = "OH"
    RELEASED = "OR"
    CANCELLED = "OC"
    EXCEPTION = "EX"


class FulfilmentType(StrEnum):
    """How the customer gets the parts."""

    DELIVERY = "delivery"
    PICKUP = "pickup"
    DROPBOX = "dropbox"


class UpdatePart(NamedTuple):
    """A part in this update; the quantity is of this update, not a running total."""

    part_number: str
    quantity: int
    status: str = ""


@dataclass(frozen=True, slots=True)
class Shipment:
    """How the parts travel; every field may be unknown."""

    carrier: str = ""
    shipped_on: date | None = None
    method: str = ""
    tracking_id: str = ""
    tracking_url: str = ""


@dataclass(frozen=True, slots=True)
class TrackingUpdate:
    """One update for one document of one dealer."""

    dealer_id: int
    document_number: str
    status: TrackingStatus
    type: FulfilmentType
    parts: tuple[UpdatePart, ...]
    shipment: Shipment = field(default_factory=Shipment)
    fulfilment_status: str = ""
    """Reserved by the contract for the future: stored, not shown."""
    custom_fields: str = ""
    """The same, as JSON."""
    fingerprint: str = ""
    """Hash of the update's canonical JSON; equal updates are repeats."""
    takes_what_is_open: bool = False
    """True where the dealer names parts only (v2): `fill_quantities` then puts quantities in place of those here."""


@dataclass(frozen=True, slots=True)
class TakenUpdate:
    """An update that counted, as it was stored."""

    id: int
    order_id: int
    taken_at: datetime
    status: TrackingStatus
    type: FulfilmentType
    parts: tuple[UpdatePart, ...]
    shipment: Shipment
    warnings: tuple[str, ...]
    """What is odd about it though it is legal; for the dealer to see."""
