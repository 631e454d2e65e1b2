"""Tokens, scopes, stores of others, limits: each refused in its own shape, in the order that the door asks them."""

import re
from datetime import timedelta

import httpx
import pytest

from partscounter.database import Database, WriteTx
from partscounter.domain import access, dealers
from partscounter.domain.access import Product
from partscounter.kit.clock import FixedClock
from partscounter_contracts.parts_orders import SCOPES
from tests.make.access import make_credential
from tests.make.counter import TESTER
from tests.make.parts_orders import (
    CLIENT,
    ORDERS,
    SECRET,
    TOKEN,
    Sample,
    get_token,
    open_sample,
    printed_order,
    put_part,
)

FORM = {"grant_type": "client_credentials", "client_id": CLIENT, "client_secret": SECRET}
INVALID_TOKEN = "steps.oauth.v2.InvalidAccessToken"


@pytest.fixture
def sample(sqlite_database: Database, clock: FixedClock) -> Sample:
    return open_sample(sqlite_database, clock)


def fault_of(answer: httpx.Response) -> tuple[int, str]:
    """Status and errorcode, once the shape was seen to be the gateway's."""
    fault = answer.json()["fault"]
    assert answer.json() == {"fault": {"faultstring": fault["faultstring"], "detail": fault["detail"]}}
    assert fault["faultstring"]
    assert list(fault["detail"]) == ["errorcode"]
    return answer.status_code, fault["detail"]["errorcode"]


def test_a_token_in_the_style_of_the_gateway(database: Database, clock: FixedClock) -> None:
    sample = open_sample(database, clock)

    answer = sample.http.post(TOKEN, data=FORM)

    body = answer.json()
    assert answer.status_code == 200
    assert re.fullmatch(r"[\w-]+\.[\w-]+\.[\w-]+", body.pop("access_token"))
    assert body == {
        "token_type": "BearerToken",
        "expires_in": "3599",
        "issued_at": "1772443800000",
        "client_id": "sample-demo",
        "scope": " ".join(sorted(SCOPES)),
        "status": "approved",
    }
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("query", "fields", "basic"),
    [
        ("?grant_type=client_credentials", {"client_id": CLIENT, "client_secret": SECRET}, None),
        ("?grant_type=client_credentials", FORM, None),
        ("", {"grant_type": "client_credentials"}, (CLIENT, SECRET)),
        ("?grant_type=client_credentials", {}, (CLIENT, SECRET)),
    ],
)
def test_the_ways_to_ask_for_a_token(
    sample: Sample, query: str, fields: dict[str, str], basic: tuple[str, str] | None
) -> None:
    del sample.http.headers["Authorization"]

    answer = sample.http.post(TOKEN + query, data=fields, auth=basic)

    assert (answer.status_code, answer.json()["status"]) == (200, "approved")


def test_a_client_may_have_numbers(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock, options={"numeric_expires_in": True})

    assert sample.http.post(TOKEN, data=FORM).json()["expires_in"] == 3599


@pytest.mark.parametrize(
    ("path", "changes", "expected"),
    [
        (TOKEN, {"grant_type": ""}, (400, "steps.oauth.v2.InvalidRequest")),
        (TOKEN, {"grant_type": "password"}, (400, "steps.oauth.v2.UnsupportedGrantType")),
        (f"{TOKEN}?grant_type=password", {}, (400, "steps.oauth.v2.InvalidRequest")),
        (f"{TOKEN}?grant_type=%FF", {}, (400, "steps.oauth.v2.InvalidRequest")),
        (TOKEN, {"scope": "api.orders/delete"}, (400, "steps.oauth.v2.InvalidScope")),
        (TOKEN, {"client_id": ""}, (401, "steps.oauth.v2.InvalidClientIdentifier")),
        (TOKEN, {"client_id": "nobody"}, (401, "steps.oauth.v2.InvalidClientIdentifier")),
        (TOKEN, {"client_secret": "wrong"}, (401, "steps.oauth.v2.InvalidClientIdentifier")),
    ],
)
def test_refuses_a_token(sample: Sample, path: str, changes: dict[str, str], expected: tuple[int, str]) -> None:
    del sample.http.headers["Authorization"]

    answer = sample.http.post(path, data=FORM | changes)

    assert fault_of(answer) == expected
    challenge = 'Basic realm="parts-orders"' if expected[0] == 401 else None
    assert answer.headers.get("www-authenticate") == challenge


def test_refuses_a_token_to_another_header_and_body(sample: Sample) -> None:
    plain = {"Content-Type": "application/json"}
    del sample.http.headers["Authorization"]
    headers = {"Authorization": "Basic !"}

    assert fault_of(sample.http.post(TOKEN, content=b"{}", headers=plain))[0] == 415
    assert fault_of(sample.http.get(TOKEN))[0] == 405
    assert fault_of(sample.http.post(TOKEN, data=FORM, headers=headers))[0] == 401
    assert fault_of(sample.http.post(TOKEN, data=FORM | {"client_id": ["a", "b"]}))[0] == 400


@pytest.mark.parametrize("header", [None, "", "Basic eDp5", "Bearer", "Bearer x", "Bearer a.b.c"])
def test_without_a_token_there_is_no_way_in(sample: Sample, header: str | None) -> None:
    del sample.http.headers["Authorization"]
    headers = {"Content-Type": "text/plain"} | ({} if header is None else {"Authorization": header})

    for answer in (
        sample.http.post(ORDERS, content=b"{", headers=headers),
        sample.http.get(f"{ORDERS}/1", headers=headers),
    ):
        assert fault_of(answer) == (401, INVALID_TOKEN)
        assert answer.headers["www-authenticate"] == 'Bearer realm="parts-orders"'


def test_a_token_lasts_an_hour(sample: Sample, clock: FixedClock) -> None:
    clock.advance(timedelta(seconds=3599))
    in_time = sample.post(printed_order())
    clock.advance(timedelta(seconds=1))
    before = sample.traces()

    late = sample.post(printed_order())

    assert in_time.status_code == 201
    assert fault_of(late) == (401, "keymanagement.service.access_token_expired")
    assert sample.traces() == before


def test_a_token_of_another_product_is_none(sample: Sample) -> None:
    authenticator = access.Authenticator(sample.database, FixedClock())
    stranger = make_credential(sample.database, product=Product.CAT, dealer_ids=[sample.dealer.id])
    token = authenticator.issue_token(stranger).access_token

    answer = sample.http.get(f"{ORDERS}/1", headers={"Authorization": f"Bearer {token}"})

    assert fault_of(answer) == (401, INVALID_TOKEN)


def test_a_token_without_the_scope_is_refused_first(sample: Sample) -> None:
    reading = get_token(sample.http, scope="api.orders/read")
    creating = get_token(sample.http, scope="api.orders/create")
    before = sample.traces()

    create = sample.http.post(
        "/un/known/v1/parts-orders",
        content=b"{",
        headers={"Authorization": f"Bearer {reading}", "Content-Type": "text/plain"},
    )
    read = sample.http.get(f"{ORDERS}/1", headers={"Authorization": f"Bearer {creating}"})

    assert create.json() == {
        "fault": {
            "faultstring": "Required scope(s): api.orders/create",
            "detail": {"errorcode": "steps.oauth.v2.InsufficientScope"},
        }
    }
    assert [create.status_code, read.status_code] == [403, 403]
    assert 'scope="api.orders/read"' in read.headers["www-authenticate"]
    assert sample.traces() == before


def test_a_client_without_scopes_gets_a_token_for_nothing(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock, scopes=())

    assert fault_of(sample.post(printed_order()))[0] == 403


def test_a_store_comes_before_the_body_and_foreign_ones_are_unknown(sample: Sample) -> None:
    def register(tx: WriteTx) -> dealers.Store:
        other = dealers.register_dealer(tx, name="Other", enterprise_id="other")
        return dealers.register_store(tx, other, vendor_store="1", store_id="sample", currency="EUR")

    put_part(sample.database, sample.database.write(TESTER, register))
    before = sample.traces()

    answers = [
        sample.http.post(f"/{path}/v1/parts-orders", content=b"{", headers={"Content-Type": "text/plain"})
        for path in ("other/sample", "nobody/sample", "sample/nowhere")
    ]

    for answer, path in zip(answers, ("other/sample", "nobody/sample", "sample/nowhere"), strict=True):
        enterprise, store = path.split("/")
        assert answer.status_code == 404
        assert answer.json()["message"] == "Not found"
        assert answer.json()["details"] == [
            {"field": "storeId", "value": store, "issue": f"There is no store {store} of {enterprise}."}
        ]
    assert sample.traces() == before


def test_the_body_is_judged_last(sample: Sample) -> None:
    plain = sample.http.post(ORDERS, content=b"{", headers={"Content-Type": "text/plain"})
    large = sample.http.post(ORDERS, content=b" " * (1024 * 1024 + 1), headers={"Content-Type": "application/json"})

    assert fault_of(plain) == (415, "protocol.http.UnsupportedMediaType")
    assert fault_of(large) == (413, "protocol.http.TooBigBody")


def test_other_methods_and_addresses(sample: Sample) -> None:
    listing = sample.http.get(ORDERS)
    deleting = sample.http.delete(f"{ORDERS}/1")
    nowhere = sample.http.get("/sample/sample/v2/parts-orders")

    assert (fault_of(listing), listing.headers["allow"]) == ((405, "protocol.http.MethodNotAllowed"), "POST")
    assert (fault_of(deleting)[0], deleting.headers["allow"]) == (405, "GET, HEAD")
    assert nowhere.status_code == 404
    assert nowhere.json()["details"] == [
        {"field": "path", "value": "/sample/sample/v2/parts-orders", "issue": "There is nothing at this address."}
    ]


def test_too_many_requests(sqlite_database: Database, clock: FixedClock) -> None:
    sample = open_sample(sqlite_database, clock, requests_per_minute=1)

    answers = [sample.post(printed_order()) for _ in range(2)]
    token = sample.http.post(TOKEN, data=FORM)

    assert answers[0].status_code == 201
    assert fault_of(answers[1]) == fault_of(token) == (429, "policies.ratelimit.QuotaViolation")
    assert int(answers[1].headers["retry-after"]) >= 1
    assert int(token.headers["retry-after"]) >= 1
    assert sample.traces()[2] == [(25, 10)]
