"""The update a dealer's system posts (section "Request body").

These are the client's types and the schema. The server reads the body by hand, because one code is answered per
request, in a fixed order, and a wrong type has the code of its field.
"""

from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct, UnsetType

from partscounter_contracts.number import Quantity
from partscounter_contracts.order_tracking.statuses import DocumentStatus, FulfillmentType

DEALER_CODE_LENGTH = 4
DOCUMENT_NUMBER_LENGTH = 30
PART_NUMBER_LENGTH = 8
"""Without hyphens; with them one more character is taken."""
HIGHEST_QUANTITY = 99_999
LONGEST_PARTS_LIST = 500
SHIPMENT_LENGTHS = {
    "carrier": 20,
    "shipmentDate": 10,
    "shipmentMethod": 20,
    "trackingId": 40,
    "trackingUrl": 254,
}
STORE_ID = "21801"
"""The one value of the `storeId` query parameter."""
QA_ENVIRONMENT_HEADER = "x-cat-qa-env"
QA_ENVIRONMENTS = ("qa1parts", "qa2parts", "qa3parts")

OptionalStatus = Annotated[str, Meta(pattern="^(DL|PS|FS|PU|RP|PA|OH|OR|OC|EX)?$")] | UnsetType
"""One of the ten statuses, or blank as the samples have it; stored, not acted on."""


class TrackingPart(Struct, frozen=True, kw_only=True, rename="camel"):
    """How many of which part this update is about."""

    part_number: Annotated[str, Meta(min_length=1, max_length=PART_NUMBER_LENGTH + 1)]
    quantity: Quantity
    status: OptionalStatus = UNSET


class ShipmentInformation(Struct, frozen=True, kw_only=True, rename="camel"):
    """Who carries the parts and how to follow them. `shipment_date` is YYYY-MM-DD."""

    carrier: Annotated[str, Meta(max_length=20)] | UnsetType = UNSET
    shipment_date: Annotated[str, Meta(max_length=10)] | UnsetType = UNSET
    shipment_method: Annotated[str, Meta(max_length=20)] | UnsetType = UNSET
    tracking_id: Annotated[str, Meta(max_length=40)] | UnsetType = UNSET
    tracking_url: Annotated[str, Meta(max_length=254)] | UnsetType = UNSET


class Fulfillment(Struct, frozen=True, kw_only=True, rename="camel"):
    """What happened to which parts. `status` and `custom_fields` are reserved by the document: stored, not acted on."""

    type: FulfillmentType
    status: OptionalStatus = UNSET
    parts: Annotated[list[TrackingPart], Meta(min_length=1, max_length=LONGEST_PARTS_LIST)]
    shipment_information: ShipmentInformation | UnsetType = UNSET
    custom_fields: dict[str, Any] | UnsetType = UNSET


class TrackingUpdate(Struct, frozen=True, kw_only=True, rename="camel"):
    """One update of one document."""

    dealer_code: Annotated[str, Meta(min_length=4, max_length=DEALER_CODE_LENGTH)]
    document_number: Annotated[str, Meta(min_length=1, max_length=DOCUMENT_NUMBER_LENGTH)]
    document_status: DocumentStatus
    fulfillment: Fulfillment
