"""Who may not, what is not there, and what cannot be taken: each in the envelope, with nothing changed."""

import base64
import json
from dataclasses import replace

import httpx
import pytest

from partscounter.kit.clock import FixedClock
from partscounter.settings import Settings
from partscounter.wire.order_export.app import build_api
from tests.make.access import SECRET, emitted
from tests.make.app import make_app
from tests.make.order_export import NEW_ORDERS, ORDERS, Door
from tests.make.web import BASE_URL, client

ENTRY = b'{"customer":{"code":"6385"},"items":[{"item_code":"A","quantity":1,"price":1}]}'
OPERATIONS = [
    ("GET", "new_orders", b""),
    ("POST", "new_orders", b'["A"]'),
    ("GET", "1.json", b""),
    ("POST", "", ENTRY),
]


def send(
    door: Door, method: str, path: str, content: bytes = b"", auth: tuple[str, str] | None = None, **headers: str
) -> httpx.Response:
    url = path if path.startswith("/") else f"{ORDERS}/{path}".rstrip("/")
    sent = {"Content-Type": "application/json"} | headers
    used = httpx.USE_CLIENT_DEFAULT if auth is None else httpx.BasicAuth(*auth)
    return door.client.request(method, url, content=content, headers=sent, auth=used)


def failure(error: str) -> dict[str, object]:
    return {"status": "failure", "error": error, "data": None}


def history(door: Door) -> list[object]:
    """Everything that ever happened, credentials aside."""
    return [event for event in emitted(door.database) if event[0].startswith(("order.", "inventory."))]


@pytest.mark.parametrize(("method", "path", "body"), OPERATIONS)
def test_without_a_credential_nobody_comes_in(sqlite_door: Door, method: str, path: str, body: bytes) -> None:
    sqlite_door.place(number="A", order_id=1)
    before = history(sqlite_door)
    sqlite_door.client.auth = None  # type: ignore[assignment]  # httpx declares the setter's type alone

    answer = send(sqlite_door, method, path, body)

    assert (answer.status_code, answer.json()) == (401, failure("A Basic credential is needed."))
    assert answer.headers["www-authenticate"] == 'Basic realm="order-export", charset="UTF-8"'
    assert history(sqlite_door) == before


@pytest.mark.parametrize(
    "authorization",
    [
        "Basic " + base64.b64encode(b"admin:wrong").decode(),
        "Basic " + base64.b64encode(b"nobody:" + SECRET.encode()).decode(),
        "Basic " + base64.b64encode(b"no-colon").decode(),
        "Basic ?",
        "Basic",
        "Bearer abc",
    ],
)
def test_a_bad_credential_is_refused(sqlite_door: Door, authorization: str) -> None:
    sqlite_door.client.auth = None  # type: ignore[assignment]  # httpx declares the setter's type alone

    answer = send(sqlite_door, "GET", "new_orders", Authorization=authorization)

    assert (answer.status_code, answer.json()["status"], answer.json()["data"]) == (401, "failure", None)
    assert answer.headers["www-authenticate"].startswith('Basic realm="')


def test_user_and_password_may_stand_in_the_url(door: Door) -> None:
    door.client.auth = None  # type: ignore[assignment]  # httpx declares the setter's type alone
    url = BASE_URL.replace("://", f"://admin:{SECRET}@") + NEW_ORDERS

    assert door.client.get(url).status_code == 200


@pytest.mark.parametrize(("method", "path", "body"), OPERATIONS)
@pytest.mark.parametrize("org", ["td00", "td01", "nowhere"])
def test_a_user_who_is_no_admin_is_forbidden(sqlite_door: Door, method: str, path: str, body: bytes, org: str) -> None:
    sqlite_door.place(number="A", order_id=1)
    before = history(sqlite_door)

    answer = send(sqlite_door, method, f"/{org}/ext/v2/orders/{path}".rstrip("/"), body, ("rep", SECRET))

    assert (answer.status_code, answer.json()) == (403, failure("Only an admin user may do this."))
    assert history(sqlite_door) == before


def test_who_is_no_admin_is_told_so_whatever_was_sent(sqlite_door: Door) -> None:
    auth = ("rep", SECRET)

    answers = [
        sqlite_door.client.post(ORDERS, content=b"{}", headers={"Content-Type": "text/plain"}, auth=auth),
        sqlite_door.client.post(NEW_ORDERS, content=b"[" + b" " * 1_100_000 + b"]", auth=auth),
    ]

    assert [answer.status_code for answer in answers] == [403, 403]


@pytest.mark.parametrize(("method", "path", "body"), OPERATIONS)
def test_an_unknown_and_a_foreign_organisation_are_one(door: Door, method: str, path: str, body: bytes) -> None:
    door.place(number="A", order_id=1, counter=door.other)
    before = history(door)

    answers = [send(door, method, f"/{org}/ext/v2/orders/{path}".rstrip("/"), body) for org in ("td01", "nowhere")]

    assert [(answer.status_code, answer.content) for answer in answers] == [
        (404, json.dumps(failure("There is no such organisation."), separators=(",", ":")).encode())
    ] * 2
    assert history(door) == before


@pytest.mark.parametrize(
    ("method", "path", "allow"),
    [
        ("PUT", "new_orders", "GET, HEAD, POST"),
        ("DELETE", "new_orders", "GET, HEAD, POST"),
        ("POST", "1.json", "GET, HEAD"),
        ("GET", "", "POST"),
    ],
)
def test_another_method_is_told_which_are_known(sqlite_door: Door, method: str, path: str, allow: str) -> None:
    answer = send(sqlite_door, method, path)

    assert (answer.status_code, answer.headers["allow"]) == (405, allow)
    assert (answer.json()["status"], answer.json()["data"]) == ("failure", None)


@pytest.mark.parametrize(
    "path", ["/", "/td00", "/td00/ext/v2/orders/", "/td00/ext/v2/orders/new", "/td00/ext/v1/orders"]
)
def test_an_unknown_address_is_told_in_the_envelope(sqlite_door: Door, path: str) -> None:
    answer = sqlite_door.client.get(path)

    assert (answer.status_code, answer.json()) == (404, failure("There is nothing at this address."))


@pytest.mark.parametrize("path", ["new_orders", ""])
def test_a_body_over_the_limit_is_refused(sqlite_door: Door, path: str) -> None:
    sqlite_door.place(number="A")

    answer = send(sqlite_door, "POST", path, b'["A"]' + b" " * 1_048_576)

    assert (answer.status_code, answer.json()) == (413, failure("The body is larger than 1048576 bytes."))
    assert sqlite_door.waiting() == ["A"]


def test_an_entry_must_be_json(sqlite_door: Door) -> None:
    answer = send(sqlite_door, "POST", "", ENTRY, **{"Content-Type": "text/plain"})

    assert (answer.status_code, answer.json()) == (415, failure("The body must be application/json."))


def test_too_many_requests_are_told_when_to_return(sqlite_door: Door, clock: FixedClock) -> None:
    limits = replace(Settings().limits, requests_per_minute=1)
    app = build_api(make_app(sqlite_door.database, clock, replace(Settings(), limits=limits)))
    limited = client(app.asgi)

    answers = [limited.get(NEW_ORDERS, auth=("admin", SECRET)) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 429]
    assert (answers[1].json()["status"], answers[1].json()["data"]) == ("failure", None)
    assert int(answers[1].headers["retry-after"]) >= 1
