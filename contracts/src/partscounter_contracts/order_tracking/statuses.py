"""The ten status codes of Order Tracking, and what each wants of the shipment (section "Order Status & Flow")."""

from enum import StrEnum


class DocumentStatus(StrEnum):
    """How far a document has come; decides what the customer is shown and mailed."""

    DELIVERED = "DL"
    PARTIALLY_SHIPPED = "PS"
    FULLY_SHIPPED = "FS"
    PICKED_UP = "PU"
    READY_FOR_PICKUP = "RP"
    READY_FOR_PARTIAL_PICKUP = "PA"
    ON_HOLD = "OH"
    ORDER_RELEASED = "OR"
    ORDER_CANCELLED = "OC"
    EXCEPTION = "EX"

    @property
    def label(self) -> str:
        """The description the document prints beside the code."""
        return STATUS_LABELS[self]


STATUS_LABELS = {
    DocumentStatus.DELIVERED: "Delivered",
    DocumentStatus.PARTIALLY_SHIPPED: "Partially Shipped",
    DocumentStatus.FULLY_SHIPPED: "Fully Shipped",
    DocumentStatus.PICKED_UP: "Picked Up",
    DocumentStatus.READY_FOR_PICKUP: "Ready for Pickup",
    DocumentStatus.READY_FOR_PARTIAL_PICKUP: "Ready for Partial Pick Up",
    DocumentStatus.ON_HOLD: "On Hold",
    DocumentStatus.ORDER_RELEASED: "Order Released",
    DocumentStatus.ORDER_CANCELLED: "Order Cancelled",
    DocumentStatus.EXCEPTION: "Exception",
}

REQUIRED_TO_SEND = frozenset(
    {
        DocumentStatus.DELIVERED,
        DocumentStatus.PARTIALLY_SHIPPED,
        DocumentStatus.FULLY_SHIPPED,
        DocumentStatus.PICKED_UP,
        DocumentStatus.READY_FOR_PICKUP,
        DocumentStatus.READY_FOR_PARTIAL_PICKUP,
    }
)
"""The statuses a dealer has to send; the other four are recommended."""


class FulfillmentType(StrEnum):
    """How the parts reach the customer."""

    DELIVERY = "delivery"
    PICKUP = "pickup"
    DROPBOX = "dropbox"


class Requirement(StrEnum):
    """Whether a status wants a field of the shipment."""

    MANDATORY = "M"
    OPTIONAL = "O"
    NOT_APPLICABLE = "X"


# The table as printed: one column per status, in the order of the statuses above.
_TABLE = {
    "trackingId": "O M M X X X X X O O",
    "trackingUrl": "O O O X X X X X O O",
    "carrier": "O O M X X X X X O O",
    "shipmentDate": "O M M X X X X X O O",
}

REQUIREMENTS = {
    status: {field: Requirement(row.split()[column]) for field, row in _TABLE.items()}
    for column, status in enumerate(DocumentStatus)
}
"""For each status, what it wants of trackingId, trackingUrl, carrier and shipmentDate."""
