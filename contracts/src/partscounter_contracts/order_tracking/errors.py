"""The error codes of Order Tracking (section "Error response codes") and the body that carries one."""

from enum import StrEnum

from msgspec import Struct


class ErrorCode(StrEnum):
    """The codes of the document's table; the value is the number as it stands in the body."""

    MISSING_DEALER_CODE = "110"
    MISSING_DOCUMENT_NUMBER = "120"
    MISSING_TRACKING_ID = "130"
    MISSING_TRACKING_URL_CARRIER = "140"
    MISSING_PARTS = "150"
    MISSING_SHIP_DATE = "160"
    INVALID_SHIP_DATE = "165"
    INVALID_DEALER_CODE = "170"
    MISSING_DOCUMENT_STATUS = "180"
    INVALID_DOCUMENT_STATUS = "185"
    INVALID_DOCUMENT_NUMBER = "190"
    MISSING_FULFILLMENT_DETAILS = "195"
    INVALID_FULFILLMENT_STATUS = "200"
    INVALID_PART_STATUS = "205"
    INVALID_PARTS_LIST = "250"
    AUTHENTICATION_ERROR = "403"

    @property
    def number(self) -> int:
        """The code as a number."""
        return int(self.value)

    @property
    def description(self) -> str:
        """The note the table prints beside the code; the table leaves that of 403 empty, so its words are ours."""
        return DESCRIPTIONS[self]


DESCRIPTIONS = {
    ErrorCode.MISSING_DEALER_CODE: "Dealer code is missing in the request",
    ErrorCode.MISSING_DOCUMENT_NUMBER: "Document number is missing in the request",
    ErrorCode.MISSING_TRACKING_ID: "Tracking ID is missing in the request",
    ErrorCode.MISSING_TRACKING_URL_CARRIER: "Carrier is missing in the request",
    ErrorCode.MISSING_PARTS: "Parts are missing in the request",
    ErrorCode.MISSING_SHIP_DATE: "Ship date is missing in the request",
    ErrorCode.INVALID_SHIP_DATE: "Ship date is not valid",
    ErrorCode.INVALID_DEALER_CODE: "Dealer code is not valid",
    ErrorCode.MISSING_DOCUMENT_STATUS: "Document status is missing in the request",
    ErrorCode.INVALID_DOCUMENT_STATUS: "Document status is not valid",
    ErrorCode.INVALID_DOCUMENT_NUMBER: "Document number is not valid",
    ErrorCode.MISSING_FULFILLMENT_DETAILS: "Fulfillment object is missing in the request",
    ErrorCode.INVALID_FULFILLMENT_STATUS: "Fulfillment status is not valid",
    ErrorCode.INVALID_PART_STATUS: "Part level status is not valid",
    ErrorCode.INVALID_PARTS_LIST: "Parts object is not valid",
    ErrorCode.AUTHENTICATION_ERROR: "The access token is missing, not valid, or not for this dealer",
}


class ErrorBody(Struct, frozen=True, kw_only=True):
    """One code per answer. Outside the table `code` is the HTTP status and `error` its name (TOO_MANY_REQUESTS)."""

    code: str
    error: str
    description: str


def error_body(code: ErrorCode) -> ErrorBody:
    """The body that carries `code`."""
    return ErrorBody(code=code.value, error=code.name, description=code.description)
