"""Order Tracking: the printed samples go through the types unchanged, and the tables are whole."""

from typing import Any

import msgspec
import pytest

from partscounter_contracts import encode, order_tracking
from partscounter_contracts.order_tracking import DocumentStatus, ErrorCode, Requirement, examples

CURL = """{"dealerCode": "TD00", "documentNumber": "00C170765", "documentStatus": "PU",
"fulfillment": {"type": "pickup", "status": "PU", "parts": [
  {"partNumber": "1R-1808", "quantity": 1, "status": "PU"},
  {"partNumber": "1A-1135", "quantity": 1, "status": "PU"}]}}"""

PARTS = """[
  {"partNumber": "1R-1801", "quantity": 6, "status": ""},
  {"partNumber": "1R-1808", "quantity": 4, "status": ""},
  {"partNumber": "1A-1135", "quantity": 10, "status": ""}]"""

DELIVERY = f"""{{"dealerCode": "TD00", "documentNumber": "00C112685", "documentStatus": "PS",
"fulfillment": {{"type": "delivery", "status": "", "parts": {PARTS},
  "shipmentInformation": {{
    "carrier": "Fedex", "shipmentDate": "2021-04-30", "shipmentMethod": "BEST WAY",
    "trackingId": "555", "trackingUrl": "http://www.fedex.com/tracking5"}},
  "customFields": {{"field1": "Test data", "field2": "Test data"}}}}}}"""

PICKUP = f"""{{"dealerCode": "TD00", "documentNumber": "00C112685", "documentStatus": "PU",
"fulfillment": {{"type": "pickup", "status": "", "parts": {PARTS},
  "customFields": {{"field1": "Test data", "field2": "Test data"}}}}}}"""

ERRORS = """
110 MISSING_DEALER_CODE Dealer code is missing in the request
120 MISSING_DOCUMENT_NUMBER Document number is missing in the request
130 MISSING_TRACKING_ID Tracking ID is missing in the request
140 MISSING_TRACKING_URL_CARRIER Carrier is missing in the request
150 MISSING_PARTS Parts are missing in the request
160 MISSING_SHIP_DATE Ship date is missing in the request
165 INVALID_SHIP_DATE Ship date is not valid
170 INVALID_DEALER_CODE Dealer code is not valid
180 MISSING_DOCUMENT_STATUS Document status is missing in the request
185 INVALID_DOCUMENT_STATUS Document status is not valid
190 INVALID_DOCUMENT_NUMBER Document number is not valid
195 MISSING_FULFILLMENT_DETAILS Fulfillment object is missing in the request
200 INVALID_FULFILLMENT_STATUS Fulfillment status is not valid
205 INVALID_PART_STATUS Part level status is not valid
250 INVALID_PARTS_LIST Parts object is not valid
"""

STATUSES = {
    "DL": ("Delivered", "OOOO"),
    "PS": ("Partially Shipped", "MOOM"),
    "FS": ("Fully Shipped", "MOMM"),
    "PU": ("Picked Up", "XXXX"),
    "RP": ("Ready for Pickup", "XXXX"),
    "PA": ("Ready for Partial Pick Up", "XXXX"),
    "OH": ("On Hold", "XXXX"),
    "OR": ("Order Released", "XXXX"),
    "OC": ("Order Cancelled", "OOOO"),
    "EX": ("Exception", "OOOO"),
}


@pytest.mark.parametrize(
    ("printed", "example"), [(CURL, examples.CURL), (DELIVERY, examples.DELIVERY), (PICKUP, examples.PICKUP)]
)
def test_a_printed_sample_round_trips_byte_for_byte(printed: str, example: dict[str, Any]) -> None:
    compact = msgspec.json.format(printed.encode(), indent=-1)

    assert encode(msgspec.json.decode(printed, type=order_tracking.TrackingUpdate)) == compact
    assert msgspec.json.encode(example) == compact


def test_fields_left_out_by_a_client_are_left_out_on_the_wire() -> None:
    update = order_tracking.TrackingUpdate(
        dealer_code="TD00",
        document_number="00C12345",
        document_status=DocumentStatus.ON_HOLD,
        fulfillment=order_tracking.Fulfillment(
            type=order_tracking.FulfillmentType.DROPBOX,
            parts=[order_tracking.TrackingPart(part_number="1R1808", quantity=1)],
        ),
    )

    assert encode(update) == (
        b'{"dealerCode":"TD00","documentNumber":"00C12345","documentStatus":"OH",'
        b'"fulfillment":{"type":"dropbox","parts":[{"partNumber":"1R1808","quantity":1}]}}'
    )


def test_a_v2_body_spells_the_names_of_the_mapping_table() -> None:
    value = msgspec.convert(examples.V2, order_tracking.TrackingUpdateV2)

    assert msgspec.json.decode(encode(value)) == examples.V2
    assert set(order_tracking.V3_FIELDS) < set(examples.V2)


def test_a_v2_body_may_carry_the_retired_fields() -> None:
    retired = {
        "onlyShippedStatusFlag": "N",
        "dealerCustomerCheck": True,
        "shipmentTrackUserName": "u",
        "shipmentTrackPassword": "p",
    }

    value = msgspec.convert(examples.V2 | retired, order_tracking.TrackingUpdateV2)

    assert msgspec.json.decode(encode(value)) == examples.V2 | retired


def test_the_error_table_is_whole() -> None:
    printed = [line.split(" ", 2) for line in ERRORS.strip().splitlines()]

    table = [[code.value, code.name, code.description] for code in ErrorCode]

    assert table[:-1] == printed
    assert (ErrorCode.AUTHENTICATION_ERROR.number, len(table)) == (403, 16)


def test_an_error_body_has_code_name_and_description_as_text() -> None:
    body = order_tracking.error_body(ErrorCode.MISSING_DEALER_CODE)

    assert encode(body) == (
        b'{"code":"110","error":"MISSING_DEALER_CODE","description":"Dealer code is missing in the request"}'
    )
    assert msgspec.to_builtins(body) == examples.MISSING_DEALER_CODE


def test_the_ten_statuses_have_their_labels_and_requirements() -> None:
    fields = ("trackingId", "trackingUrl", "carrier", "shipmentDate")

    table = {
        status.value: (status.label, "".join(order_tracking.REQUIREMENTS[status][field] for field in fields))
        for status in DocumentStatus
    }

    assert table == STATUSES
    assert order_tracking.REQUIREMENTS[DocumentStatus.FULLY_SHIPPED]["carrier"] is Requirement.MANDATORY
    assert {status.value for status in order_tracking.REQUIRED_TO_SEND} == {"DL", "PS", "FS", "PU", "RP", "PA"}


def test_fulfillment_types_and_qa_environments_are_the_printed_ones() -> None:
    assert [kind.value for kind in order_tracking.FulfillmentType] == ["delivery", "pickup", "dropbox"]
    assert order_tracking.QA_ENVIRONMENTS == ("qa1parts", "qa2parts", "qa3parts")
    assert order_tracking.STORE_ID == "21801"
