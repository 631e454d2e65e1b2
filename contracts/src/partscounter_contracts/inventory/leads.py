"""What end users ask for, logged ("Parts Requests, Part Inquiries, and Logging Phone Calls and Emails").

The document prints the inquiry's body only. The request's follows a later public version of it; calls and e-mails take
any object, of which the keys here are understood and the rest is kept. Lengths are this project's.
"""

from enum import StrEnum
from typing import Annotated, Any

from msgspec import Meta, Struct

from partscounter_contracts.inventory.values import Id

Line = Annotated[str, Meta(max_length=200)]
LineOrNumber = Line | int
Comments = Annotated[str, Meta(max_length=4000)]


class LeadKind(StrEnum):
    """The last element of the path."""

    PART_REQUEST = "part_request"
    PART_INQUIRY = "part_inquiry"
    PHONE_CALL = "phone_call"
    EMAIL = "email"


class LeadContact(Struct, frozen=True, kw_only=True):
    """Who asks, and how they would like to be answered."""

    contact: Line = ""
    company: Line = ""
    address: Line = ""
    city: Line = ""
    state: Line = ""
    postal_code: LineOrNumber = ""
    country: Line = ""
    phone_number: LineOrNumber = ""
    email: Line = ""
    preferred_contact_method: Line = ""


class PartRequest(Struct, frozen=True, kw_only=True):
    """A part that was looked for and not found. A vendor may be named, whom it is then meant for (ours)."""

    contact: LeadContact
    userid: Id | None = None
    vendor_id: Id | None = None
    vendor_store_id: Id | None = None
    vendor_store: Id | None = None
    part_type: LineOrNumber
    make: Line
    model: LineOrNumber
    year: LineOrNumber | None = None
    vehicle: dict[str, Any] | None = None
    comments: Comments = ""


class PartInquiry(Struct, frozen=True, kw_only=True):
    """A question about an item. The store may be given as `vendor_store_id`, as printed, or as `vendor_store`."""

    contact: LeadContact
    userid: Id | None = None
    vendor_id: Id
    vendor_store_id: Id | None = None
    vendor_store: Id | None = None
    vendor_sku: LineOrNumber
    comments: Comments = ""


class PhoneCall(Struct, frozen=True, kw_only=True):
    """A call that took place. Any key may be missing; unknown keys are kept by the server."""

    contact: LeadContact | None = None
    userid: Id | None = None
    vendor_id: Id | None = None
    vendor_store_id: Id | None = None
    vendor_store: Id | None = None
    vendor_sku: LineOrNumber | None = None
    phone_number: LineOrNumber | None = None
    comments: Comments = ""


class EmailMessage(Struct, frozen=True, kw_only=True):
    """An e-mail that was sent. Any key may be missing; unknown keys are kept by the server."""

    contact: LeadContact | None = None
    userid: Id | None = None
    vendor_id: Id | None = None
    vendor_store_id: Id | None = None
    vendor_store: Id | None = None
    vendor_sku: LineOrNumber | None = None
    email: Line | None = None
    subject: Line = ""
    message: Comments = ""
    comments: Comments = ""
