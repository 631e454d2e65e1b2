"""The deprecated V2 body: flat, with credentials inside (section "Changes from V2 to V3"; its types are ours)."""

from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct, UnsetType, field

from partscounter_contracts.order_tracking.statuses import DocumentStatus

V3_FIELDS = {
    "trackingId": "fulfillment.shipmentInformation.trackingId",
    "trackingURL": "fulfillment.shipmentInformation.trackingUrl",
    "shipCarrier": "fulfillment.shipmentInformation.carrier",
    "shipDate": "fulfillment.shipmentInformation.shipmentDate",
    "shipMethod": "fulfillment.shipmentInformation.shipmentMethod",
    "parts": "fulfillment.parts",
    "shippedStatus": "documentStatus",
}
"""Where V3 keeps what V2 calls by another name; the flags and the credentials have no place there."""


class TrackingUpdateV2(Struct, frozen=True, kw_only=True, rename="camel"):
    """One update of one document; `parts` are part numbers, each standing for all that is still open of it."""

    dealer_code: Annotated[str, Meta(min_length=4, max_length=4)]
    document_number: Annotated[str, Meta(min_length=1, max_length=30)]
    tracking_id: Annotated[str, Meta(max_length=40)] | UnsetType = UNSET
    tracking_url: Annotated[str, Meta(max_length=254)] | UnsetType = field(default=UNSET, name="trackingURL")
    ship_carrier: Annotated[str, Meta(max_length=20)] | UnsetType = UNSET
    ship_date: Annotated[str, Meta(max_length=10)] | UnsetType = UNSET
    ship_method: Annotated[str, Meta(max_length=20)] | UnsetType = UNSET
    parts: Annotated[list[str], Meta(min_length=1, max_length=500)]
    shipped_status: DocumentStatus
    only_shipped_status_flag: Any = UNSET
    dealer_customer_check: Any = UNSET
    shipment_track_user_name: str | UnsetType = UNSET
    shipment_track_password: str | UnsetType = UNSET
