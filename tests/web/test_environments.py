"""One address, several counters: which one a request reaches."""

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from partscounter.web.environments import Environments
from tests.make.web import client


def counter(name: str) -> ASGIApp:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        await PlainTextResponse(f"{name} {request.method} {request.url.path}")(scope, receive, send)

    return app


INSTANCE = Environments(
    {"blue": counter("blue"), "green": counter("green")},
    header="x-environment",
    prefix="/environments/",
    unnamed={"/token": counter("any")},
)


@pytest.mark.parametrize(
    ("headers", "path", "answer"),
    [
        ({}, "/parts", "blue GET /parts"),
        ({"x-environment": "green"}, "/parts", "green GET /parts"),
        ({"x-environment": "red"}, "/parts", "blue GET /parts"),
        ({"x-environment": "green", "cookie": "environment=blue"}, "/parts", "green GET /parts"),
        ({"cookie": "environment=green"}, "/parts", "green GET /parts"),
        ({"cookie": "environment=red"}, "/parts", "blue GET /parts"),
        ({"x-environment": "green"}, "/token", "green GET /token"),
        ({"cookie": "environment=green"}, "/token", "any GET /token"),
        ({}, "/environments/red/parts", "blue GET /environments/red/parts"),
    ],
)
def test_a_request_reaches_the_environment_that_it_names(headers: dict[str, str], path: str, answer: str) -> None:
    assert client(INSTANCE).get(path, headers=headers).text == answer


def test_a_link_leads_to_the_page_itself_and_stays_in_its_environment() -> None:
    visitor = client(INSTANCE)

    led = visitor.get("/environments/green/preferences/a%2Fb?saved=1")

    assert (led.status_code, led.headers["location"]) == (303, "/preferences/a%2Fb?saved=1")
    assert led.headers["set-cookie"] == "environment=green; HttpOnly; Path=/; SameSite=lax"
    assert visitor.get(led.headers["location"]).text == "green GET /preferences/a/b"


def test_what_is_posted_to_a_link_is_done_at_once() -> None:
    assert client(INSTANCE).post("/environments/green/unsubscribe").text == "green POST /unsubscribe"


@pytest.mark.parametrize("path", ["/environments/green//evil.example/x", "/environments/green/%2F/evil.example"])
def test_a_link_never_leads_to_a_foreign_host(path: str) -> None:
    location = client(INSTANCE).get(path).headers["location"]

    assert location.startswith("/")
    assert not location.startswith("//")
