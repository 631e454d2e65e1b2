"""The one operation of QR Code Associations: the sample as printed, and every refusal in its own shape."""

from datetime import UTC, datetime

import httpx
import pytest

from partscounter.app import App
from partscounter.database import Database
from partscounter.domain import assets
from partscounter.domain.assets import MarketSegment, PrincipalWork
from partscounter.kit.clock import FixedClock
from partscounter.wire.order_tracking.app import build_token_api
from partscounter.wire.qr_associations.app import build_api
from partscounter_contracts.oauth import TOKEN_PATH
from partscounter_contracts.qr_associations import examples
from tests.make.access import SECRET, make_credential
from tests.make.app import make_app
from tests.make.counter import TESTER
from tests.make.web import client

FOLDER = "/catDigital/qrCodeAssociations/external/v1/qrCodeAssociations/"
ADDRESS = FOLDER + examples.QR_CODE_ID
PRINTED = (
    '{"serialNumber":"2MJ23425","smcsCode":"79L0","catrecid":"","associationOriginator":"TD00",'
    '"createTime":"2022-11-09T09:37:11.259073Z","make":"CAT","assetMetadataUpdateStatus":"PENDING",'
    '"principalWork":{"code":"255","description":"BUILDING","codeType":"Engine",'
    '"codeAssignmentTime":"2022-06-28 10:16:56:000"},"marketSegment":{"code":"GC","description":"AGRICULTURE",'
    '"subSegmentCode":"LGRB","subSegmentDescription":"LIVESTOCK PRODUCTION"}}'
)


def associate(database: Database) -> None:
    work = PrincipalWork("255", "BUILDING", "Engine", datetime(2022, 6, 28, 10, 16, 56, tzinfo=UTC))
    segment = MarketSegment("GC", "AGRICULTURE", "LGRB", "LIVESTOCK PRODUCTION")
    database.write(
        TESTER,
        lambda tx: assets.associate_asset(
            tx,
            qr_code=examples.QR_CODE_ID,
            serial_number="2MJ23425",
            originator="TD00",
            smcs_code="79L0",
            created_at=datetime(2022, 11, 9, 9, 37, 11, 259073, tzinfo=UTC),
            principal_work=work,
            market_segment=segment,
        ),
    )


def caller_of(app: App) -> httpx.Client:
    """A client with a token fetched as the document says; its credential is for no dealer."""
    make_credential(app.database)
    form = {"grant_type": "client_credentials", "client_id": "td00-demo", "client_secret": SECRET}
    token = client(build_token_api(app).asgi).post(TOKEN_PATH, data=form).json()["access_token"]
    return client(build_api(app).asgi, authorization=f"Bearer {token}", accept="application/json")


@pytest.fixture
def http(sqlite_database: Database, clock: FixedClock) -> httpx.Client:
    associate(sqlite_database)
    return caller_of(make_app(sqlite_database, clock))


def assert_refused(answer: httpx.Response, status: int, error: str, description: str | None = None) -> None:
    body = answer.json()
    assert answer.status_code == status
    assert list(body) == ["code", "error", "description"]
    assert (body["code"], body["error"]) == (str(status), error)
    assert description is None or body["description"] == description
    assert answer.headers["content-type"] == "application/json"


def test_answers_the_printed_sample_key_by_key_to_any_valid_token(database: Database, clock: FixedClock) -> None:
    associate(database)

    answer = caller_of(make_app(database, clock)).get(ADDRESS)

    assert (answer.status_code, answer.text) == (200, PRINTED)
    assert answer.json() == examples.ASSOCIATION


def test_leaves_out_what_is_not_known(http: httpx.Client, sqlite_database: Database, clock: FixedClock) -> None:
    sqlite_database.write(
        TESTER,
        lambda tx: assets.associate_asset(
            tx, qr_code=examples.WORKFLOW_QR_CODE_ID, serial_number="LTE00123", originator="TD00"
        ),
    )

    assert http.get(FOLDER + examples.WORKFLOW_QR_CODE_ID).json() == {
        "serialNumber": "LTE00123",
        "smcsCode": "",
        "catrecid": "",
        "associationOriginator": "TD00",
        "createTime": clock.now().strftime("%Y-%m-%dT%H:%M:%S.000000Z"),
        "make": "CAT",
        "assetMetadataUpdateStatus": "PENDING",
    }


@pytest.mark.parametrize("accept", ["*/*", "application/*", "text/html, application/json;q=0.1", ""])
def test_finds_a_code_in_any_case_for_whoever_takes_json(http: httpx.Client, accept: str) -> None:
    answer = http.get(FOLDER + examples.QR_CODE_ID.lower(), headers={"Accept": accept})

    assert answer.json()["serialNumber"] == "2MJ23425"


def test_does_not_know_a_code_that_no_machine_bears(http: httpx.Client) -> None:
    answer = http.get(FOLDER + "JD81N5L8RV1NKDX")

    assert_refused(answer, 404, "NOT_FOUND", "No asset is associated with this QR code")
    assert answer.json() == examples.NOT_FOUND


@pytest.mark.parametrize(
    "code",
    [
        "JD81N5L8RV1NKD",
        "JD81N5L8RV1NKDLX",
        "JD81N5L8RV1NKD-",
        "JD81N5L8RV1NK%20",
        "%C3%9F",
        "JD81N5L8RV1NKD%00",
        "%00",
        "%FF",
    ],
)
def test_refuses_what_can_be_no_code(http: httpx.Client, code: str) -> None:
    assert_refused(http.get(FOLDER + code), 400, "BAD_REQUEST")


@pytest.mark.parametrize("accept", ["text/html", "application/xml", "application/json;q=0, text/html"])
def test_refuses_whoever_takes_no_json(http: httpx.Client, accept: str) -> None:
    assert_refused(http.get(ADDRESS, headers={"Accept": accept}), 406, "NOT_ACCEPTABLE")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_is_for_reading_only(http: httpx.Client, method: str) -> None:
    answer = http.request(method, ADDRESS)

    assert_refused(answer, 405, "METHOD_NOT_ALLOWED")
    assert answer.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize("token", ["", "Bearer x", "Basic dTpw"])
def test_asks_for_a_token_before_anything_else(http: httpx.Client, token: str) -> None:
    for code in ("x", "%00"):
        answer = http.get(FOLDER + code, headers={"Authorization": token, "Accept": "text/html"})

        assert_refused(answer, 401, "UNAUTHORIZED")
    assert answer.headers["www-authenticate"] == 'Bearer realm="qr-code-associations"'


def test_does_not_know_other_addresses(http: httpx.Client) -> None:
    assert_refused(http.get(FOLDER), 404, "NOT_FOUND")
    assert_refused(http.get(ADDRESS + "/"), 404, "NOT_FOUND")


def test_answers_a_head_request_without_the_body(http: httpx.Client) -> None:
    answer = http.head(ADDRESS)

    assert (answer.status_code, answer.content, answer.headers["content-length"]) == (200, b"", str(len(PRINTED)))
