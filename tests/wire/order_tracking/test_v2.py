"""The deprecated V2: the same core and codes under other names, its credential in the body and nowhere else."""

import asyncio
from typing import Any

import httpx
import msgspec
import pytest

from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.database.log import events_of
from partscounter.domain import access, fulfilment, orders
from partscounter.domain.fulfilment import FulfilmentType, Shipment, TakenUpdate
from partscounter.domain.orders import Quantities
from partscounter.kit.clock import FixedClock
from partscounter.settings import Settings
from partscounter.settings.concerns import LimitSettings
from partscounter.wire.order_tracking.app import build_v2_api
from partscounter_contracts.order_tracking import ErrorCode, examples
from tests.make.access import OPERATOR, SECRET, make_credential
from tests.make.counter import make_counter, stock_of
from tests.make.tracking import ABSENT, Json, Tracked, everything, make_tracked
from tests.make.web import BASE_URL, client

ADDRESS = "/eCommerce/orderTracking/v2/tracking"
SIGNED: Json = {**examples.V2, "shipmentTrackUserName": "client-TD00", "shipmentTrackPassword": SECRET}
LINK = '</eCommerce/orderTracking/v3/tracking>; rel="successor-version"'


@pytest.fixture
def tracked(sqlite_database: Database, clock: FixedClock) -> Tracked:
    made = make_tracked(sqlite_database, clock)
    make_counter(sqlite_database, code="TD01", vendor_id="101")
    return made


def v2(tracked: Tracked) -> httpx.Client:
    return client(build_v2_api(tracked.app).asgi)


def signed(**changes: object) -> Json:
    return {name: value for name, value in (SIGNED | changes).items() if value is not ABSENT}


def post(tracked: Tracked, body: object) -> httpx.Response:
    answer = v2(tracked).post(ADDRESS, json=body)
    assert (answer.headers["deprecation"], answer.headers["link"]) == ("@1664323200", LINK)
    return answer


def assert_refused(answer: httpx.Response, code: ErrorCode, status: int = 400) -> None:
    assert answer.status_code == status
    assert answer.json() == {"code": code.value, "error": code.name, "description": code.description}


def taken(tracked: Tracked) -> list[TakenUpdate]:
    with tracked.app.database.read() as tx:
        return fulfilment.list_updates(tx, tracked.order.id)


def quantities_of(tracked: Tracked) -> list[Quantities]:
    with tracked.app.database.read() as tx:
        return [line.quantities for line in orders.get_order(tx, tracked.order.id).lines]


def test_ships_all_that_is_open_of_each_part(database: Database, clock: FixedClock) -> None:
    tracked = make_tracked(database, clock)

    answer = post(tracked, SIGNED)

    assert (answer.status_code, answer.content) == (204, b"")
    assert quantities_of(tracked) == [Quantities(in_transit=units) for units in (6, 4, 10)]
    (update,) = taken(tracked)
    assert (update.type, update.warnings) == (FulfilmentType.DELIVERY, ())
    assert [(part.part_number, part.quantity) for part in update.parts] == [
        ("1R-1801", 6),
        ("1R-1808", 4),
        ("1A-1135", 10),
    ]
    assert fulfilment.tracking_link(update.shipment) == "http://www.fedex.com/tracking5"
    assert [stock_of(database, item) for item in tracked.items.values()] == [(0, 0)] * 3


def test_goes_on_from_what_v3_has_told(tracked: Tracked) -> None:
    tracked.post(examples.DELIVERY)

    assert post(tracked, signed(shippedStatus="DL", parts=["1r1801"])).status_code == 204

    assert quantities_of(tracked) == [Quantities(delivered=6), Quantities(in_transit=4), Quantities(in_transit=10)]


def test_takes_a_pickup_status_for_a_pickup(tracked: Tracked) -> None:
    for status in ("RP", "PA", "PU", "OH"):
        assert post(tracked, signed(shippedStatus=status, parts=["1R1808"])).status_code == 204

    assert [update.type.value for update in taken(tracked)] == ["pickup", "pickup", "pickup", "delivery"]
    assert quantities_of(tracked)[1] == Quantities(delivered=4)


def test_hides_the_tracking_information_where_only_the_status_may_be_shown(tracked: Tracked) -> None:
    for flag in ("Y", "true", True, 1, "N", None):
        post(tracked, signed(onlyShippedStatusFlag=flag))
    post(tracked, signed(onlyShippedStatusFlag="y", shippedStatus="DL"))

    shipments = [update.shipment for update in taken(tracked)]
    assert [fulfilment.tracking_link(shipment) is not None for shipment in shipments] == [False] * 4 + [True] * 2 + [
        False
    ]
    assert (shipments[0].tracking_id, shipments[0].carrier) == ("555", "")
    assert shipments[-1] == Shipment()


def test_ignores_what_v3_removed_and_the_store_id(tracked: Tracked) -> None:
    body = signed(dealerCustomerCheck={"any": [1]}, fulfillment={"type": "dropbox"}, documentStatus="XX")

    assert v2(tracked).post(f"{ADDRESS}?storeId=1", json=body).status_code == 204
    assert taken(tracked)[0].type is FulfilmentType.DELIVERY


def test_the_same_update_again_is_a_repeat_whoever_signs_it(tracked: Tracked) -> None:
    token = {"Authorization": f"Bearer {tracked.token}"}

    statuses = [post(tracked, SIGNED).status_code for _ in range(2)]
    statuses.append(v2(tracked).post(ADDRESS, json=examples.V2, headers=token).status_code)

    assert statuses == [204, 204, 204]
    assert len(taken(tracked)) == 1


def test_an_update_of_v3_is_no_repeat_of_one_of_v2(tracked: Tracked) -> None:
    post(tracked, signed(parts=["1R-1801"], shippedStatus="OH"))
    tracked.post(
        {
            "dealerCode": "TD00",
            "documentNumber": "00C112685",
            "documentStatus": "OH",
            "fulfillment": {"type": "delivery", "parts": [{"partNumber": "1R-1801", "quantity": 1}]},
        }
    )

    assert len(taken(tracked)) == 2


REFUSED: list[tuple[str, Json]] = [
    ("110", {"dealerCode": ABSENT}),
    ("110", {"dealerCode": " ", "documentNumber": ABSENT}),
    ("120", {"documentNumber": None, "shippedStatus": ABSENT}),
    ("180", {"shippedStatus": ABSENT, "parts": ABSENT}),
    ("180", {"shippedStatus": "", "documentStatus": "PS"}),
    ("150", {"parts": ABSENT, "dealerCode": "TD99"}),
    ("150", {"parts": []}),
    ("150", {"parts": None}),
    ("170", {"dealerCode": "TD99", "documentNumber": "unknown"}),
    ("170", {"dealerCode": 1234}),
    ("190", {"documentNumber": "unknown", "shippedStatus": "XX"}),
    ("190", {"documentNumber": "0" * 31}),
    ("185", {"shippedStatus": "XX", "parts": ["9X-9999"]}),
    ("185", {"shippedStatus": {}}),
    ("250", {"parts": ["1R-1801", "9X-9999"], "trackingId": ABSENT}),
    ("250", {"parts": [{"partNumber": "1R-1801", "quantity": 1}]}),
    ("250", {"parts": [1801]}),
    ("250", {"parts": ["1R-1801", None]}),
    ("250", {"parts": "1R-1801"}),
    ("250", {"parts": [""]}),
    ("250", {"parts": ["1R-1801\0"]}),
    ("250", {"parts": [f"{number}" for number in range(501)]}),
    ("130", {"trackingId": ABSENT, "shipDate": "x"}),
    ("130", {"trackingId": "5" * 41}),
    ("130", {"trackingURL": "h" * 255}),
    ("130", {"trackingId": ABSENT, "onlyShippedStatusFlag": "Y"}),
    ("140", {"shippedStatus": "FS", "shipCarrier": ABSENT}),
    ("140", {"shipMethod": 1, "shipDate": "x"}),
    ("160", {"shipDate": ABSENT}),
    ("165", {"shipDate": "04/30/2021"}),
]


@pytest.mark.parametrize(("code", "changes"), REFUSED)
def test_refuses_with_the_codes_and_in_the_order_of_v3(tracked: Tracked, code: str, changes: Json) -> None:
    before = everything(tracked.app.database)

    assert_refused(post(tracked, signed(**changes)), ErrorCode(code))

    assert everything(tracked.app.database) == before


def test_refuses_another_dealers_document(tracked: Tracked) -> None:
    assert_refused(post(tracked, signed(dealerCode="TD01")), ErrorCode.AUTHENTICATION_ERROR, 403)


UNSIGNED: list[Any] = [
    {},
    {"shipmentTrackUserName": "client-TD00"},
    {"shipmentTrackPassword": SECRET},
    {"shipmentTrackUserName": "client-TD00", "shipmentTrackPassword": "wrong"},
    {"shipmentTrackUserName": "nobody", "shipmentTrackPassword": SECRET},
    {"shipmentTrackUserName": "client-TD00\0", "shipmentTrackPassword": SECRET},
    {"shipmentTrackUserName": "keyloop", "shipmentTrackPassword": SECRET},
    {"shipmentTrackUserName": "client-TD00", "shipmentTrackPassword": None},
    {"shipmentTrackUserName": ["client-TD00"], "shipmentTrackPassword": 1},
]


def test_knows_only_a_credential_of_this_product_with_its_secret(tracked: Tracked) -> None:
    make_credential(tracked.app.database, product=access.Product.KEYLOOP, name="keyloop")
    before = everything(tracked.app.database)

    answers = [post(tracked, {**examples.V2, **fields}) for fields in UNSIGNED]
    answers += [v2(tracked).post(ADDRESS, content=raw) for raw in (b"", b"{", b"[]", b"\xff", b"[" * 100_000)]

    for answer in answers:
        assert_refused(answer, ErrorCode.AUTHENTICATION_ERROR, 401)
        assert answer.headers["www-authenticate"] == 'Bearer realm="order-tracking"'
    assert everything(tracked.app.database) == before


def test_a_token_decides_alone_and_any_other_scheme_does_not_count(tracked: Tracked) -> None:
    http = v2(tracked)
    wrong = http.post(ADDRESS, json=SIGNED, headers={"Authorization": "Bearer x"})
    unreadable = http.post(ADDRESS, content=b"{", headers={"Authorization": f"Bearer {tracked.token}"})
    basic = http.post(ADDRESS, json=SIGNED, headers={"Authorization": "Basic dTpw"})

    assert_refused(wrong, ErrorCode.AUTHENTICATION_ERROR, 401)
    assert_refused(unreadable, ErrorCode.MISSING_FULFILLMENT_DETAILS)
    assert basic.status_code == 204


def test_does_not_know_a_disabled_credential(tracked: Tracked) -> None:
    post(tracked, SIGNED)
    tracked.app.database.write(OPERATOR, lambda tx: access.disable_credential(tx, tracked.credential.id))

    assert_refused(post(tracked, SIGNED), ErrorCode.AUTHENTICATION_ERROR, 401)


def test_keeps_the_password_nowhere(database: Database, clock: FixedClock) -> None:
    tracked = make_tracked(database, clock)
    misspelt = {"ShipmentTrackPassword": SECRET, "shipmenttrackusername": "client-TD00"}

    assert [post(tracked, SIGNED | misspelt).status_code for _ in range(2)] == [204, 204]

    assert SECRET not in repr(everything(database))
    with database.read() as tx:
        history = events_of(tx, f"order:{tracked.order.id}")[1:]
    assert [event.kind for event in history] == ["tracking.update_taken", "tracking.update_repeated"]
    assert [msgspec.json.decode(event.payload) for event in history] == [examples.V2] * 2
    assert {(event.actor, event.door) for event in history} == {("client-TD00", "order_tracking_v2")}


def test_is_deprecated_in_every_answer(sqlite_database: Database, clock: FixedClock) -> None:
    limits = LimitSettings(body_bytes=1024, requests_per_minute=1)
    http = v2(make_tracked(sqlite_database, clock, settings=Settings(limits=limits)))
    answers = [
        http.get(ADDRESS),
        http.post("/eCommerce/orderTracking/v2/other"),
        http.post(ADDRESS, json={**SIGNED, "filler": "x" * 1024}),
        http.post(ADDRESS, content=b"<x/>", headers={"Content-Type": "text/xml"}),
        http.post(f"{ADDRESS}?%FF", json=SIGNED),
        http.post(ADDRESS, json=SIGNED),
    ]

    assert [answer.status_code for answer in answers] == [405, 404, 413, 415, 400, 429]
    assert {(answer.headers["deprecation"], answer.headers["link"]) for answer in answers} == {("@1664323200", LINK)}
    assert answers[0].headers["allow"] == "POST"


def test_stands_beside_v3_in_the_whole_program(tracked: Tracked) -> None:
    http = client(build_asgi(tracked.app))

    old = http.post(ADDRESS, json=SIGNED)
    new = http.post(
        "/eCommerce/orderTracking/v3/tracking?storeId=21801",
        json=examples.DELIVERY,
        headers={"Authorization": f"Bearer {tracked.token}"},
    )

    assert (old.status_code, new.status_code) == (204, 204)
    assert "deprecation" in old.headers
    assert "deprecation" not in new.headers


def test_different_updates_at_once_ship_each_unit_once(database: Database, clock: FixedClock) -> None:
    tracked = make_tracked(database, clock)

    async def post_all() -> list[int]:
        transport = httpx.ASGITransport(build_v2_api(tracked.app).asgi)
        async with httpx.AsyncClient(transport=transport, base_url=BASE_URL) as http:
            requests = [http.post(ADDRESS, json=signed(trackingId=str(number))) for number in range(6)]
            return [answer.status_code for answer in await asyncio.gather(*requests)]

    assert asyncio.run(post_all()) == [204] * 6

    sums = [sum(column) for column in zip(*([part.quantity for part in u.parts] for u in taken(tracked)), strict=True)]
    assert sums == [6, 4, 10]
    assert quantities_of(tracked) == [Quantities(in_transit=units) for units in (6, 4, 10)]
    with database.read() as tx:
        assert [line.over_shipped for line in orders.get_order(tx, tracked.order.id).lines] == [0, 0, 0]
