"""The contracts as documents and as pages."""

import json
import re
from dataclasses import replace

import httpx
import msgspec
import pytest

from partscounter.app import App
from partscounter.asgi import build_asgi
from partscounter_contracts import CONTRACTS, document, order_tracking
from tests.make.web import BASE_URL, client


@pytest.mark.parametrize("name", CONTRACTS)
def test_serves_the_document_with_its_own_address(public_visitor: httpx.Client, name: str) -> None:
    answer = public_visitor.get(f"/openapi/{name}.json")

    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert answer.json()["servers"] == [{"url": BASE_URL}]
    assert answer.json() == json.loads(msgspec.json.encode(document(CONTRACTS[name], BASE_URL)))


@pytest.mark.parametrize("name", CONTRACTS)
def test_every_operation_and_type_has_its_place_on_the_page(public_visitor: httpx.Client, name: str) -> None:
    described = document(CONTRACTS[name], BASE_URL)

    page = public_visitor.get(f"/openapi/{name}").text

    anchors = re.findall(r'\bid="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(anchors)
    operations = [operation for methods in described["paths"].values() for operation in methods.values()]
    assert {operation["operationId"] for operation in operations} <= set(anchors)
    assert {f"type-{each}" for each in described["components"]["schemas"]} <= set(anchors)


def test_shows_parameters_limits_examples_and_codes(public_visitor: httpx.Client) -> None:
    page = public_visitor.get("/openapi/order_tracking").text

    assert '<code>storeId</code> <span class="required">required</span></td><td>query</td><td>string</td>' in page
    assert "<td>at least 4 characters, at most 4 characters</td>" in page
    assert '<td>array of <a href="#type-TrackingPart">TrackingPart</a></td>' in page
    assert "&#34;documentNumber&#34;: &#34;00C170765&#34;" in page
    assert "Refusals: 400, 401, 403, 404, 405, 413, 415, 429, 500, 503" in page
    assert '<span class="state">deprecated</span>' in page
    for code in order_tracking.ErrorCode:
        assert f"<tr><td><code>{code.value}</code></td><td><code>{code.name}</code></td>" in page


def test_prefers_the_public_address(app: App) -> None:
    server = replace(app.settings.server, public_base_url="https://parts.example")
    with client(build_asgi(replace(app, settings=replace(app.settings, server=server)))) as visitor:
        answer = visitor.get("/openapi/inventory.json")

    assert answer.json()["servers"] == [{"url": "https://parts.example"}]


@pytest.mark.parametrize("path", ["/openapi/nothing", "/openapi/nothing.json", "/openapi/", "/openapi/inventory.xml"])
def test_knows_no_other_contracts(public_visitor: httpx.Client, path: str) -> None:
    assert public_visitor.get(path).status_code == 404
