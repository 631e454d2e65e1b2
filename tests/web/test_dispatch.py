"""Each request reaches the app whose address space it falls into."""

import asyncio
from collections.abc import MutableMapping
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp

from partscounter.web.answer import json_answer
from partscounter.web.api import Api
from partscounter.web.dispatch import Dispatcher, Mount
from partscounter.web.routes import Endpoint
from tests.make.web import client


def app(name: str) -> ASGIApp:
    return PlainTextResponse(name)


def dispatcher() -> Dispatcher:
    prefixes = ["/eCommerce/orderTracking/", "/as/", "/{org}/ext/v2/", "/inventory/", "/{a}/{b}/v1/", "/healthz"]
    return Dispatcher([Mount(prefix, app(prefix)) for prefix in prefixes], app("default"))


@pytest.mark.parametrize(
    ("path", "reached"),
    [
        ("/eCommerce/orderTracking/v3/tracking", "/eCommerce/orderTracking/"),
        ("/eCommerce/ordertracking/v3/tracking", "default"),
        ("/as/token.oauth2", "/as/"),
        ("/as", "/as/"),
        ("/assets/x", "default"),
        ("/acme%2Fsub/ext/v2/orders.json", "/{org}/ext/v2/"),
        ("//ext/v2/orders.json", "default"),
        ("/inventory/search/%FF//", "/inventory/"),
        ("/%69nventory/x", "/inventory/"),
        ("/e1/s1/v1/parts-orders", "/{a}/{b}/v1/"),
        ("/e1/s1/v2/parts-orders", "default"),
        ("/healthz", "/healthz"),
        ("/", "default"),
        ("/CMDZ18G9RYCCW8Y", "default"),
    ],
)
def test_chooses_by_the_beginning_of_the_path(path: str, reached: str) -> None:
    with client(dispatcher()) as caller:
        assert caller.get(path).text == reached


def test_leaves_unknown_addresses_inside_a_prefix_to_its_api() -> None:
    endpoint: Endpoint[None] = Endpoint("GET", "/as/me", lambda i: json_answer(i.raw_path), authenticated=False)
    api = Api("as", [endpoint], lambda p, _: json_answer(p.kind.value, p.kind.status), challenge="Basic")
    with client(Dispatcher([Mount("/as/", api.asgi)], app("default"))) as caller:
        assert caller.get("/as/you").json() == "not_found"
        assert caller.post("/as/me").json() == "method_not_allowed"
        assert caller.get("/as/me").json() == "/as/me"


def test_runs_the_closing_when_the_server_stops() -> None:
    closed: list[str] = []
    sent: list[MutableMapping[str, Any]] = []
    messages = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]

    async def receive() -> MutableMapping[str, Any]:
        return messages.pop(0)

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    root = Dispatcher([], app("default"), lambda: closed.append("closed"))
    asyncio.run(root({"type": "lifespan"}, receive, send))

    assert closed == ["closed"]
    assert [message["type"] for message in sent] == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
