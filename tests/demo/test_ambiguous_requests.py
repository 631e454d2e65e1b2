"""Requests that could be read in two ways, and characters that no database takes: each contract's own refusal."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from tests.make.demo import open_demo
from tests.make.web import client

TRACKING: Final = "/eCommerce/orderTracking/v3/tracking?storeId=21801"
QR: Final = "/catDigital/qrCodeAssociations/external/v1/qrCodeAssociations/JD81N5L8RV1NKDL"
PARTS: Final = "/sample/sample/v1/parts"
EXPORT: Final = "/demo/ext/v2/orders/new_orders"
SEARCH: Final = "/inventory/search/*/CUMMINS/ISX"

SHAPES: Final[Mapping[str, set[str]]] = {
    TRACKING: {"code", "error", "description"},
    QR: {"code", "error", "description"},
    PARTS: {"fault"},
    EXPORT: {"status", "error", "data"},
    SEARCH: {"error"},
}
"""What the body of a refusal holds."""


@pytest.fixture
def web(tmp_path: Path, sqlite_template: Path) -> Iterator[httpx.Client]:
    with open_demo(tmp_path, sqlite_template) as (_, app):
        yield client(app)


def token(web: httpx.Client, path: str, name: str) -> str:
    form = {"grant_type": "client_credentials", "client_id": name, "client_secret": f"{name}-secret"}
    return f"Bearer {web.post(path, data=form).json()['access_token']}"


def credential(web: httpx.Client, address: str) -> str:
    """The Authorization header that opens the door."""
    if address in {TRACKING, QR}:
        return token(web, "/as/token.oauth2", "td00-demo")
    if address == PARTS:
        return token(web, "/oauth/client_credential/accesstoken", "sample-demo")
    name, password = ("admin", "admin-demo") if address == EXPORT else ("webshop", "webshop-demo")
    request = next(httpx.BasicAuth(name, password).auth_flow(httpx.Request("GET", "http://counter.example")))
    return request.headers["Authorization"]


def ask(web: httpx.Client, address: str, *authorizations: str) -> httpx.Response:
    method = "POST" if address.startswith(TRACKING) else "GET"
    headers = [("Authorization", each) for each in authorizations]
    return web.request(method, address, headers=headers, content=b"{}" if method == "POST" else b"")


@pytest.mark.parametrize("address", SHAPES)
def test_two_credentials_are_none(web: httpx.Client, address: str) -> None:
    known = credential(web, address)

    assert ask(web, address, known).status_code != 401
    for authorizations in ((known, known), (known, "Bearer x"), ("Basic eDp5", known)):
        answer = ask(web, address, *authorizations)
        assert (answer.status_code, set(answer.json())) == (401, SHAPES[address])
        assert "www-authenticate" in answer.headers


@pytest.mark.parametrize("path", ["/as/token.oauth2", "/oauth/client_credential/accesstoken"])
def test_two_credentials_get_no_token(web: httpx.Client, path: str) -> None:
    headers = [("Authorization", "Basic eDp5"), ("Authorization", "Basic eDp6")]

    answer = web.post(path, data={"grant_type": "client_credentials"}, headers=headers)

    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/json"


@pytest.mark.parametrize("address", SHAPES)
def test_a_nul_in_the_query_is_the_contracts_own_refusal(web: httpx.Client, address: str) -> None:
    sign = "&" if "?" in address else "?"
    for parameter in ("userid=%00", "brandCode=a%00b", "%00=1"):
        answer = ask(web, f"{address}{sign}{parameter}", credential(web, address))

        expected = {"correlationId", "message", "details", "links"} if address == PARTS else SHAPES[address]
        assert (answer.status_code, set(answer.json())) == (400, expected)


@pytest.mark.parametrize(
    ("address", "path", "status"),
    [
        (TRACKING, "/eCommerce/orderTracking/v3/%00", 404),
        (QR, f"{QR}%00", 400),
        (PARTS, f"{PARTS}/%00", 404),
        (PARTS, "/sample/%00/v1/parts", 404),
        (PARTS, "/sample/sample/v1/parts-orders/1%00", 404),
        (EXPORT, "/demo/ext/v2/orders/%00.json", 404),
        (EXPORT, "/%00/ext/v2/orders/new_orders", 404),
        (SEARCH, "/inventory/search/%00/CUMMINS/ISX", 404),
        (SEARCH, "/inventory/details/%00/1/1", 404),
    ],
)
def test_a_nul_in_the_path_is_the_contracts_own_refusal(
    web: httpx.Client, address: str, path: str, status: int
) -> None:
    answer: Any = ask(web, path, credential(web, address))

    expected = {"correlationId", "message", "details", "links"} if address == PARTS else SHAPES[address]
    assert (answer.status_code, set(answer.json())) == (status, expected)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/JD81N5L8RV1NKD%00", 404),
        ("/shop/items/%00", 404),
        ("/portal/%00", 404),
        ("/shop?q=%00", 400),
        ("/?a=%00", 400),
    ],
)
def test_a_nul_in_the_address_of_a_page_is_a_page(web: httpx.Client, path: str, status: int) -> None:
    answer = web.get(path)

    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (status, "text/html")
