"""The token endpoint: client credentials by form or by Basic, and the errors of RFC 6749."""

import base64
from datetime import timedelta

import httpx
import pytest

from partscounter.database import Database
from partscounter.domain import access
from partscounter.domain.access import Product
from partscounter.kit.clock import FixedClock
from partscounter.wire.order_tracking.app import build_token_api
from partscounter_contracts.oauth import TOKEN_PATH
from tests.make.access import OPERATOR, OTHER_SECRET, SECRET, make_credential
from tests.make.app import make_app
from tests.make.web import client

FORM = {"grant_type": "client_credentials", "client_id": "td00-demo", "client_secret": SECRET}
GRANT = {"grant_type": "client_credentials"}


@pytest.fixture
def http(sqlite_database: Database, clock: FixedClock) -> httpx.Client:
    make_credential(sqlite_database)
    return client(build_token_api(make_app(sqlite_database, clock)).asgi)


def basic(user: str, password: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()}


def assert_refused(answer: httpx.Response, status: int, error: str) -> None:
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-type"] == "application/json"
    assert ("www-authenticate" in answer.headers) == (status == 401)


def test_issues_a_token_that_lasts_an_hour(database: Database, clock: FixedClock) -> None:
    app = make_app(database, clock)
    credential = make_credential(database)

    answer = client(build_token_api(app).asgi).post(TOKEN_PATH, data=FORM)

    token = answer.json()["access_token"]
    assert answer.status_code == 200
    assert answer.json() == {"access_token": token, "token_type": "Bearer", "expires_in": 3600}
    assert (answer.headers["cache-control"], answer.headers["pragma"]) == ("no-store", "no-cache")
    clock.advance(timedelta(minutes=59))
    assert app.authenticator.bearer(Product.CAT, token).id == credential.id


@pytest.mark.parametrize(
    ("form", "headers"),
    [
        (GRANT, basic("td00-demo", SECRET)),
        (FORM, basic("td00-demo", SECRET)),
        (FORM, {"Authorization": "Bearer something"}),
        ({**FORM, "scope": "openid", "pfidpadapterid": "OAuthAdapterCCDS", "x": ""}, {}),
        ({**FORM, "scope": '"'}, {}),
        ({**FORM, "scope": ["a", "b"]}, {}),
    ],
)
def test_takes_the_client_from_form_or_header_and_ignores_the_rest(
    http: httpx.Client, form: dict[str, str], headers: dict[str, str]
) -> None:
    assert http.post(TOKEN_PATH, data=form, headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("form", "headers", "status", "error"),
    [
        ({}, {}, 400, "invalid_request"),
        ({**FORM, "grant_type": ""}, {}, 400, "invalid_request"),
        ({**FORM, "grant_type": ["client_credentials"] * 2}, {}, 400, "invalid_request"),
        ({**FORM, "grant_type": "password"}, {}, 400, "unsupported_grant_type"),
        (GRANT, {}, 401, "invalid_client"),
        ({**FORM, "client_secret": "wrong"}, {}, 401, "invalid_client"),
        ({**FORM, "client_id": "nobody"}, {}, 401, "invalid_client"),
        ({**FORM, "client_id": "TD00-DEMO"}, {}, 401, "invalid_client"),
        (GRANT, basic("td00-demo", "wrong"), 401, "invalid_client"),
        (GRANT, {"Authorization": "Basic !"}, 401, "invalid_client"),
        (FORM, basic("other", SECRET), 400, "invalid_request"),
    ],
)
def test_refuses_as_rfc_6749_has_it(
    http: httpx.Client, form: dict[str, str], headers: dict[str, str], status: int, error: str
) -> None:
    assert_refused(http.post(TOKEN_PATH, data=form, headers=headers), status, error)


def test_tells_a_stranger_from_a_client_by_nothing(http: httpx.Client) -> None:
    answers = [
        http.post(TOKEN_PATH, data={**FORM, **changes})
        for changes in ({"client_id": "nobody"}, {"client_secret": "wrong"})
    ]

    assert answers[0].json() == answers[1].json()


@pytest.mark.parametrize("product", [Product.KEYLOOP, Product.ECAT, Product.INVENTORY])
def test_knows_clients_of_its_own_product_only(http: httpx.Client, sqlite_database: Database, product: Product) -> None:
    make_credential(sqlite_database, product=product, name="other", secret=OTHER_SECRET)

    answer = http.post(TOKEN_PATH, data={**GRANT, "client_id": "other", "client_secret": OTHER_SECRET})

    assert_refused(answer, 401, "invalid_client")


def test_refuses_a_disabled_client(sqlite_database: Database, clock: FixedClock) -> None:
    credential = make_credential(sqlite_database)
    sqlite_database.write(OPERATOR, lambda tx: access.disable_credential(tx, credential.id))

    answer = client(build_token_api(make_app(sqlite_database, clock)).asgi).post(TOKEN_PATH, data=FORM)

    assert_refused(answer, 401, "invalid_client")


def test_refuses_what_is_no_form_in_the_same_shape(http: httpx.Client) -> None:
    assert_refused(http.post(TOKEN_PATH, json=FORM), 415, "invalid_request")
    assert_refused(http.post(TOKEN_PATH, content=b"a=%ff", headers={"Content-Type": FORM_TYPE}), 400, "invalid_request")
    assert_refused(http.post(TOKEN_PATH, data={"a": "x" * 2**20}), 413, "invalid_request")
    answer = http.get(TOKEN_PATH)
    assert_refused(answer, 405, "invalid_request")
    assert answer.headers["allow"] == "POST"


FORM_TYPE = "application/x-www-form-urlencoded"
