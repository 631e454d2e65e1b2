"""Parts.cat.com Order Tracking v3: a dealer's system posts fulfilment updates; and v2, deprecated."""

from partscounter_contracts.order_tracking import examples
from partscounter_contracts.order_tracking.errors import DESCRIPTIONS, ErrorBody, ErrorCode, error_body
from partscounter_contracts.order_tracking.operations import CONTRACT, OPERATIONS
from partscounter_contracts.order_tracking.statuses import (
    REQUIRED_TO_SEND,
    REQUIREMENTS,
    STATUS_LABELS,
    DocumentStatus,
    FulfillmentType,
    Requirement,
)
from partscounter_contracts.order_tracking.update import (
    DEALER_CODE_LENGTH,
    DOCUMENT_NUMBER_LENGTH,
    HIGHEST_QUANTITY,
    LONGEST_PARTS_LIST,
    PART_NUMBER_LENGTH,
    QA_ENVIRONMENT_HEADER,
    QA_ENVIRONMENTS,
    SHIPMENT_LENGTHS,
    STORE_ID,
    Fulfillment,
    ShipmentInformation,
    TrackingPart,
    TrackingUpdate,
)
from partscounter_contracts.order_tracking.update_v2 import V3_FIELDS, TrackingUpdateV2

__all__ = [
    "CONTRACT",
    "DEALER_CODE_LENGTH",
    "DESCRIPTIONS",
    "DOCUMENT_NUMBER_LENGTH",
    "HIGHEST_QUANTITY",
    "LONGEST_PARTS_LIST",
    "OPERATIONS",
    "PART_NUMBER_LENGTH",
    "QA_ENVIRONMENTS",
    "QA_ENVIRONMENT_HEADER",
    "REQUIRED_TO_SEND",
    "REQUIREMENTS",
    "SHIPMENT_LENGTHS",
    "STATUS_LABELS",
    "STORE_ID",
    "V3_FIELDS",
    "DocumentStatus",
    "ErrorBody",
    "ErrorCode",
    "Fulfillment",
    "FulfillmentType",
    "Requirement",
    "ShipmentInformation",
    "TrackingPart",
    "TrackingUpdate",
    "TrackingUpdateV2",
    "error_body",
    "examples",
]
