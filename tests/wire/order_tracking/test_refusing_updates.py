"""Every row of the decision table: one code per answer, in the order of the table, and nothing changed."""

import httpx
import pytest

from partscounter.database import Database
from partscounter.kit.clock import FixedClock
from partscounter_contracts.order_tracking import DocumentStatus, ErrorCode, examples
from tests.make.counter import make_counter
from tests.make.tracking import ABSENT, ADDRESS, Json, Tracked, body_with, everything, make_tracked

JSON_TYPE = "application/json"
BLANK: list[object] = [ABSENT, None, "", "  \t"]
PART = {"partNumber": "1R-1801", "quantity": 1}
SHIPMENT = "fulfillment.shipmentInformation"


@pytest.fixture
def tracked(sqlite_database: Database, clock: FixedClock) -> Tracked:
    made = make_tracked(sqlite_database, clock)
    make_counter(sqlite_database, code="TD01", vendor_id="101")
    return made


def assert_refused(answer: httpx.Response, code: ErrorCode, status: int = 400) -> None:
    assert answer.status_code == status
    assert answer.json() == {"code": code.value, "error": code.name, "description": code.description}
    assert answer.headers["content-type"] == "application/json"


PART_0 = "fulfillment.parts.0"
WRONG_STATUSES = ["XX", "ps", " ", 1, False, 0, [], {}]
NO_DATES = ["2021-02-30", "20210430", "2021-W17-5", "04/30/2021", "2021-4-30", "0000-01-01", "x", 20210430]

REFUSED: list[tuple[str, str, list[object]]] = [
    ("110", "dealerCode", BLANK),
    ("120", "documentNumber", BLANK),
    ("180", "documentStatus", BLANK),
    ("195", "fulfillment", [ABSENT, None, "", "delivery", 1, [], [PART]]),
    ("195", "fulfillment.type", [ABSENT, None, "", "Delivery", " delivery", "ship", 1, [], {}]),
    ("150", "fulfillment.parts", [ABSENT, None, []]),
    ("170", "dealerCode", ["TD99", "TD0", "TD000", "td00", 1234, True, {}, "TD0\0"]),
    ("190", "documentNumber", ["00c112685", "0" * 31, 12685, ["00C112685"], "00C112685\0", False]),
    ("185", "documentStatus", ["XX", "ps", "PS ", "PSX", 5, ["PS"], {}, "P\0"]),
    ("200", "fulfillment.status", WRONG_STATUSES),
    ("205", f"{PART_0}.status", WRONG_STATUSES),
    ("250", "fulfillment.parts", ["1R-1801", 1, {"0": PART}, {}, "", True, [PART] * 501]),
    ("250", PART_0, [None, "1R-1801", 1, [], {}]),
    ("250", f"{PART_0}.partNumber", [*BLANK, "-", 1801, [], "9X-9999", "1R1801\0"]),
    ("250", f"{PART_0}.partNumber", ["1R-18011", "1R1801180", "1-R-18-0-1"]),
    ("250", f"{PART_0}.quantity", [ABSENT, None, 0, -1, 100_000, 10**30, 1.0, 1.5, "1", True, []]),
    ("130", f"{SHIPMENT}.trackingId", [*BLANK, "5" * 41, 555, [], "5\0"]),
    ("130", f"{SHIPMENT}.trackingUrl", ["h" * 255, 1, {}]),
    ("130", SHIPMENT, [ABSENT, None, "Fedex", [], 0]),
    ("140", f"{SHIPMENT}.carrier", ["F" * 21, 1, False]),
    ("140", f"{SHIPMENT}.shipmentMethod", ["G" * 21, 1]),
    ("160", f"{SHIPMENT}.shipmentDate", BLANK),
    ("165", f"{SHIPMENT}.shipmentDate", NO_DATES),
]


@pytest.mark.parametrize(("code", "path", "values"), REFUSED)
def test_names_the_fault_and_changes_nothing(tracked: Tracked, code: str, path: str, values: list[object]) -> None:
    before = everything(tracked.app.database)

    answers = [tracked.post(body_with({path: value})) for value in values]

    for answer in answers:
        assert_refused(answer, ErrorCode(code))
    assert everything(tracked.app.database) == before


def test_needs_a_carrier_once_everything_is_shipped(tracked: Tracked) -> None:
    for carrier in BLANK:
        changes = {"documentStatus": "FS", f"{SHIPMENT}.carrier": carrier}

        assert_refused(tracked.post(body_with(changes)), ErrorCode.MISSING_TRACKING_URL_CARRIER)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("trackingId", "5" * 41, "130"),
        ("trackingUrl", 5, "130"),
        ("carrier", 5, "140"),
        ("shipmentMethod", "m" * 21, "140"),
        ("shipmentDate", "2021-13-01", "165"),
    ],
)
def test_judges_a_field_that_is_there_whatever_the_status(
    tracked: Tracked, field: str, value: object, code: str
) -> None:
    for status in DocumentStatus:
        changes = {"documentStatus": status.value, f"{SHIPMENT}.{field}": value}

        assert_refused(tracked.post(body_with(changes)), ErrorCode(code))


UNREADABLE = [
    b"",
    b"{",
    b"[]",
    b'"x"',
    b"null",
    b"1",
    b'{"a": NaN}',
    b'{"dealerCode": "\xff"}',
    b"{}x",
    b'{"a":' * 20_000 + b"1" + b"}" * 20_000,
    b'{"a": 1e999}',
    b'{"dealerCode": "\\ud800"}',
]


def test_cannot_read_a_body_that_is_no_json_object(tracked: Tracked) -> None:
    before = everything(tracked.app.database)

    for body in UNREADABLE:
        answer = tracked.http.post(f"{ADDRESS}?storeId=21801", content=body, headers={"Content-Type": JSON_TYPE})
        assert_refused(answer, ErrorCode.MISSING_FULFILLMENT_DETAILS)

    assert everything(tracked.app.database) == before


def test_answers_the_first_fault_in_the_order_of_the_table(tracked: Tracked) -> None:
    body: Json = {}
    repairs: list[tuple[str, str, object]] = [
        ("110", "dealerCode", "TD99"),
        ("120", "documentNumber", "nowhere"),
        ("180", "documentStatus", "XX"),
        ("195", "fulfillment", {"status": "XX"}),
        ("195", "fulfillment.type", "delivery"),
        ("150", "fulfillment.parts", [{"status": "XX"}]),
        ("170", "dealerCode", "TD01"),
        ("403", "dealerCode", "TD00"),
        ("190", "documentNumber", "00C112685"),
        ("185", "documentStatus", "FS"),
        ("200", "fulfillment.status", ""),
        ("205", "fulfillment.parts.0.status", "FS"),
        ("250", "fulfillment.parts", [PART]),
        ("130", "fulfillment.shipmentInformation", {"trackingId": "1Z1", "shipmentMethod": 1}),
        ("140", "fulfillment.shipmentInformation.carrier", "UPS"),
        ("140", "fulfillment.shipmentInformation.shipmentMethod", "Ground"),
        ("160", "fulfillment.shipmentInformation.shipmentDate", "2021-02-29"),
        ("165", "fulfillment.shipmentInformation.shipmentDate", "2024-02-29"),
    ]
    codes = []
    for _, path, value in repairs:
        codes.append(tracked.post(body).json()["code"])
        body = body_with({path: value}, body)

    assert codes == [code for code, _, _ in repairs]
    assert tracked.post(body).status_code == 204


def test_refuses_another_dealers_code_as_forbidden(tracked: Tracked) -> None:
    before = everything(tracked.app.database)

    answer = tracked.post(body_with({"dealerCode": "TD01"}))

    assert_refused(answer, ErrorCode.AUTHENTICATION_ERROR, 403)
    assert "www-authenticate" not in answer.headers
    assert everything(tracked.app.database) == before


def test_two_dealers_with_the_same_document_number_never_meet(database: Database, clock: FixedClock) -> None:
    one = make_tracked(database, clock)
    other = make_tracked(database, clock, code="TD01", vendor_id="101", parts={"1R-1801": 6})
    before = everything(database)

    assert_refused(other.post(examples.DELIVERY), ErrorCode.AUTHENTICATION_ERROR, 403)
    assert_refused(other.post(body_with({"dealerCode": "TD01"})), ErrorCode.INVALID_PARTS_LIST)
    assert everything(database) == before

    assert one.post(examples.DELIVERY).status_code == 204
    after = everything(database)
    of_other = [row for row in after["orders"] if row[0] == other.order.id]
    assert of_other == [row for row in before["orders"] if row[0] == other.order.id]
