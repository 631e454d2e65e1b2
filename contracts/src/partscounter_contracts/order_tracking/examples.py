"""The samples the Order Tracking document prints, as data."""

from typing import Any

Sample = dict[str, Any]


def _parts() -> list[Sample]:
    return [
        {"partNumber": "1R-1801", "quantity": 6, "status": ""},
        {"partNumber": "1R-1808", "quantity": 4, "status": ""},
        {"partNumber": "1A-1135", "quantity": 10, "status": ""},
    ]


CUSTOM_FIELDS: Sample = {"field1": "Test data", "field2": "Test data"}

CURL: Sample = {
    "dealerCode": "TD00",
    "documentNumber": "00C170765",
    "documentStatus": "PU",
    "fulfillment": {
        "type": "pickup",
        "status": "PU",
        "parts": [
            {"partNumber": "1R-1808", "quantity": 1, "status": "PU"},
            {"partNumber": "1A-1135", "quantity": 1, "status": "PU"},
        ],
    },
}

DELIVERY: Sample = {
    "dealerCode": "TD00",
    "documentNumber": "00C112685",
    "documentStatus": "PS",
    "fulfillment": {
        "type": "delivery",
        "status": "",
        "parts": _parts(),
        "shipmentInformation": {
            "carrier": "Fedex",
            "shipmentDate": "2021-04-30",
            "shipmentMethod": "BEST WAY",
            "trackingId": "555",
            "trackingUrl": "http://www.fedex.com/tracking5",
        },
        "customFields": CUSTOM_FIELDS,
    },
}

PICKUP: Sample = {
    "dealerCode": "TD00",
    "documentNumber": "00C112685",
    "documentStatus": "PU",
    "fulfillment": {"type": "pickup", "status": "", "parts": _parts(), "customFields": CUSTOM_FIELDS},
}

V2: Sample = {
    "dealerCode": "TD00",
    "documentNumber": "00C112685",
    "trackingId": "555",
    "trackingURL": "http://www.fedex.com/tracking5",
    "shipCarrier": "Fedex",
    "shipDate": "2021-04-30",
    "shipMethod": "BEST WAY",
    "parts": ["1R-1801", "1R-1808", "1A-1135"],
    "shippedStatus": "PS",
}
"""Not printed: the delivery sample in V2 fields, by the document's mapping table."""

MISSING_DEALER_CODE: Sample = {
    "code": "110",
    "error": "MISSING_DEALER_CODE",
    "description": "Dealer code is missing in the request",
}
