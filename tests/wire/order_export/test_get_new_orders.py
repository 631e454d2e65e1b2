"""Downloading orders: all that wait, as strict JSON in constant memory, and nothing is marked by it."""

import json

import httpx
import pytest
import sqlalchemy as sa
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.testing import capture_logs

from partscounter.domain.orders.tables import orders
from partscounter.kit.clock import FixedClock
from partscounter.wire.order_export.app import build_api
from partscounter_contracts.order_export import examples
from tests.make.app import make_app
from tests.make.counter import TESTER
from tests.make.order_export import ADMIN, NEW_ORDERS, UUID, Door, fill
from tests.make.web import client, running


def test_no_waiting_orders_are_an_empty_list(door: Door) -> None:
    answer = door.client.get(NEW_ORDERS)

    assert (answer.status_code, answer.content) == (200, b'{"status":"success","error":null,"data":[]}')
    assert answer.headers["content-type"] == "application/json"


def test_the_printed_order_and_its_resubmission_share_their_uuid_alone(door: Door) -> None:
    door.place(number="6385-031318-392", order_id=356509, uuid=UUID)
    door.place(order_id=378430, uuid=UUID)

    body = door.client.get(NEW_ORDERS).json()

    assert list(body) == ["status", "error", "data"]
    names = [[order[key] for key in ("order_number", "uuid", "id", "status")] for order in body["data"]]
    assert names == [
        ["6385-031318-392", UUID, 356509, "replaced"],
        ["6385-031318-392-1", UUID, 378430, "submitted"],
    ]


def test_an_order_has_every_field_in_its_place_and_exact_amounts(door: Door) -> None:
    door.place(number="XYZ-123", order_id=7, uuid=UUID)

    content = door.client.get(NEW_ORDERS).content
    (order,) = json.loads(content)["data"]

    assert list(order) == list(examples.ORDER)
    assert list(order["items"][0]) == list(examples.ORDER["items"][0])
    assert order["customer"] == {
        "code": "6385",
        "name": "Bea Buyer",
        "email": "buyer@customer.example",
        "phone": "",
    }
    assert (order["submitted_at"], order["order_date"]) == ("2026-03-02T09:30:00Z", "2026-03-02")
    assert (order["channel"], order["currency"]) == ("order_entry", "EUR")
    assert b'"price":100,"price_code":"","discount_percent":0,"extended_price":200,' in content
    assert b'"subtotal":200,"discount":0,"shipping":0,"tax":40,"total":240,' in content


def test_downloading_marks_nothing_whatever_the_query(door: Door) -> None:
    door.place(number="XYZ-123")

    for query in ("", "?received=true&page=2"):
        assert door.client.get(NEW_ORDERS + query).json()["data"][0]["order_number"] == "XYZ-123"

    assert door.events("order.received") == []


def test_orders_of_another_organisation_are_not_among_them(door: Door) -> None:
    door.place(number="OTHERS", counter=door.other)

    assert door.waiting() == []


def test_the_head_of_a_download_has_no_body(sqlite_door: Door) -> None:
    answer = sqlite_door.client.head(NEW_ORDERS)

    assert (answer.status_code, answer.content) == (200, b"")


def test_thousands_of_orders_come_ascending_some_at_a_time(sqlite_door: Door, clock: FixedClock) -> None:
    fill(sqlite_door, 3000)
    pieces = Pieces(build_api(make_app(sqlite_door.database, clock)).asgi)

    content = client(pieces).get(NEW_ORDERS, auth=ADMIN).content

    assert [order["order_number"] for order in json.loads(content)["data"]] == [f"N-{n}" for n in range(3001)]
    assert sum(pieces.sizes) == len(content)
    assert len(pieces.sizes) == 16 + 1 + 1  # 200 orders each, the end of the envelope, the end of the body
    assert max(pieces.sizes) < 240_000


class Pieces:
    """An ASGI app that notes the size of each piece that another sends."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.sizes: list[int] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def note(message: Message) -> None:
            if message["type"] == "http.response.body":
                self.sizes.append(len(message["body"]))
            await send(message)

        await self._app(scope, receive, note)


@pytest.fixture
def with_an_unreadable_order(sqlite_door: Door) -> Door:
    """A door with 150 orders, of which one cannot be rendered."""
    fill(sqlite_door, 150)
    return sqlite_door


def spoil(door: Door, number: str) -> None:
    """Break the row of an order, as no verb ever would."""
    broken = sa.update(orders).where(orders.c.number == number).values(parties={})
    door.database.write(TESTER, lambda tx: tx.connection.execute(broken))


def test_a_fault_before_the_first_byte_is_an_error_in_the_envelope(with_an_unreadable_order: Door) -> None:
    spoil(with_an_unreadable_order, "N-3")

    with capture_logs() as logs:
        answer = with_an_unreadable_order.client.get(NEW_ORDERS)

    assert answer.status_code == 500
    assert answer.json() == {
        "status": "error",
        "error": "The request could not be served because of an internal error.",
        "data": None,
    }
    assert [entry["log_level"] for entry in logs] == ["error"]


def test_a_fault_after_the_first_byte_cuts_the_connection(with_an_unreadable_order: Door, clock: FixedClock) -> None:
    spoil(with_an_unreadable_order, "N-120")
    app = build_api(make_app(with_an_unreadable_order.database, clock)).asgi
    received = bytearray()

    def read_all(answer: httpx.Response) -> None:
        for block in answer.iter_raw():
            received.extend(block)

    with (
        capture_logs() as logs,
        running(app) as server,
        httpx.stream("GET", server.url + NEW_ORDERS, auth=ADMIN, timeout=30) as answer,
        pytest.raises(httpx.RemoteProtocolError),
    ):
        read_all(answer)

    assert (answer.status_code, [entry["log_level"] for entry in logs]) == (200, ["error"])
    assert received.startswith(b'{"status":"success","error":null,"data":[{')
    with pytest.raises(json.JSONDecodeError):
        json.loads(received)
