"""What an accepted update does: the printed requests as printed, repeats, and odd but legal ones."""

from datetime import date, timedelta

import pytest

from partscounter.database import Database
from partscounter.database.log import events_of
from partscounter.domain import fulfilment, orders
from partscounter.domain.fulfilment import Shipment, TakenUpdate, TrackingStatus
from partscounter.domain.orders import Quantities
from partscounter.kit.clock import FixedClock
from partscounter.settings import Settings
from partscounter.settings.concerns import TrackingSettings
from partscounter_contracts.order_tracking import examples
from tests.make.counter import place, stock_of
from tests.make.tracking import ABSENT, Json, Tracked, body_with, draft_document, make_tracked

RAW_CURL = b"""{"dealerCode": "TD00", "documentNumber": "00C170765", "documentStatus":
"PU", "fulfillment": {"type": "pickup", "status": "PU", "parts": [{"partNumber":
"1R-1808", "quantity": 1, "status": "PU"}, {"partNumber": "1A-1135", "quantity":
1, "status": "PU"}]}}"""


@pytest.fixture
def tracked(database: Database, clock: FixedClock) -> Tracked:
    return make_tracked(database, clock)


def quantities_of(tracked: Tracked) -> dict[str, Quantities]:
    with tracked.app.database.read() as tx:
        return {line.code: line.quantities for line in orders.get_order(tx, tracked.order.id).lines}


def taken(tracked: Tracked) -> list[TakenUpdate]:
    with tracked.app.database.read() as tx:
        return fulfilment.list_updates(tx, tracked.order.id)


def kinds(tracked: Tracked) -> list[str]:
    with tracked.app.database.read() as tx:
        return [event.kind.removeprefix("tracking.") for event in events_of(tx, f"order:{tracked.order.id}")][1:]


def test_ships_the_parts_of_the_printed_delivery(tracked: Tracked) -> None:
    answer = tracked.post(examples.DELIVERY)

    assert (answer.status_code, answer.content) == (204, b"")
    assert "content-type" not in answer.headers
    assert quantities_of(tracked) == {
        "1R-1801": Quantities(in_transit=6),
        "1R-1808": Quantities(in_transit=4),
        "1A-1135": Quantities(in_transit=10),
    }
    (update,) = taken(tracked)
    assert update.shipment == Shipment("Fedex", date(2021, 4, 30), "BEST WAY", "555", "http://www.fedex.com/tracking5")
    assert fulfilment.tracking_link(update.shipment) == "http://www.fedex.com/tracking5"
    assert [stock_of(tracked.app.database, item) for item in tracked.items.values()] == [(0, 0)] * 3


def test_blanks_around_a_field_of_the_shipment_are_nothing(tracked: Tracked) -> None:
    shipment = "fulfillment.shipmentInformation"
    changes = {f"{shipment}.carrier": " UPS ", f"{shipment}.trackingId": " 1Z9\t", f"{shipment}.trackingUrl": "  "}

    assert tracked.post(body_with(changes)).status_code == 204

    (update,) = taken(tracked)
    assert update.shipment == Shipment("UPS", date(2021, 4, 30), "BEST WAY", "1Z9")
    assert fulfilment.tracking_link(update.shipment) == "https://www.ups.com/track?tracknum=1Z9"


def test_hands_over_the_parts_of_the_printed_pickup(tracked: Tracked) -> None:
    assert tracked.post(examples.PICKUP).status_code == 204

    assert {quantities.delivered for quantities in quantities_of(tracked).values()} == {6, 4, 10}
    assert taken(tracked)[0].status == TrackingStatus.PICKED_UP


def test_takes_the_printed_curl_byte_for_byte_and_keeps_it_in_the_history(tracked: Tracked) -> None:
    document = place(tracked.app.database, draft_document(tracked.counter, "00C170765", {"1R-1808": 1, "1A-1135": 1}))

    answer = tracked.http.post(
        "/eCommerce/orderTracking/v3/tracking?storeId=21801",
        content=RAW_CURL,
        headers={"Content-Type": "application/json", "X-Request-Id": "req-1"},
    )

    assert (answer.status_code, answer.headers["x-request-id"]) == (204, "req-1")
    with tracked.app.database.read() as tx:
        assert orders.get_order(tx, document.id).tracking_status == "PU"
        event = events_of(tx, f"order:{document.id}")[-1]
    assert event.payload.encode() == RAW_CURL
    assert (event.actor, event.door, event.request_id) == ("client-TD00", "order_tracking", "req-1")


def test_matches_part_numbers_without_hyphens_and_case(tracked: Tracked) -> None:
    for number in ("1R-1801", "1r1801", "1R1801", "1-R1801"):
        body = body_with({"fulfillment.parts": [{"partNumber": number, "quantity": 1}]})

        assert tracked.post(body).status_code == 204

    assert quantities_of(tracked)["1R-1801"] == Quantities(reserved=2, in_transit=4)


def test_takes_a_body_without_content_type_and_with_fields_it_does_not_know(tracked: Tracked) -> None:
    answer = tracked.http.post(
        "/eCommerce/orderTracking/v3/tracking?storeId=21801&other=1",
        content=b'{"new": [1.5], "dealerCode": "XX", "dealerCode": "TD00", "documentNumber": "00C112685",'
        b'"documentStatus": "OH", "fulfillment": {"type": "dropbox", "x": null,'
        b'"parts": [{"partNumber": "1R1801", "quantity": 1, "y": {}}]}}',
    )

    assert answer.status_code == 204
    assert kinds(tracked) == ["update_taken"]


def test_keeps_but_does_not_show_fields_that_do_not_apply(tracked: Tracked) -> None:
    for status in ("PU", "RP", "PA", "OH", "OR"):
        assert tracked.post(body_with({"documentStatus": status})).status_code == 204

    updates = taken(tracked)
    assert [update.shipment.tracking_id for update in updates] == ["555"] * 5
    assert [fulfilment.shown_shipment(update) for update in updates] == [Shipment()] * 5
    with tracked.app.database.read() as tx:
        assert fulfilment.latest_shipment(tx, tracked.order.id) is None


OPTIONAL = [
    ("DL", ["shipmentInformation"]),
    ("PS", ["shipmentInformation.carrier", "shipmentInformation.trackingUrl", "status", "customFields"]),
    ("FS", ["shipmentInformation.trackingUrl", "shipmentInformation.shipmentMethod"]),
    ("PU", ["shipmentInformation"]),
    ("OC", ["shipmentInformation"]),
    ("EX", ["shipmentInformation", "parts.0.status"]),
]


@pytest.mark.parametrize("value", [ABSENT, None])
def test_needs_no_field_that_the_status_makes_optional(tracked: Tracked, value: object) -> None:
    for status, absent in OPTIONAL:
        changes: Json = {f"fulfillment.{name}": value for name in absent}

        assert tracked.post(body_with({"documentStatus": status, **changes})).status_code == 204

    assert [update.status for update in taken(tracked)] == [status for status, _ in OPTIONAL]


def test_takes_odd_but_legal_updates_with_a_warning(tracked: Tracked) -> None:
    more = body_with({"fulfillment.parts.0.quantity": 99999})

    assert tracked.post(more).status_code == 204
    assert tracked.post(body_with({"documentStatus": "DL"})).status_code == 204
    assert tracked.post(body_with({"documentStatus": "RP"})).status_code == 204
    assert tracked.post(examples.DELIVERY).status_code == 204

    warnings = [update.warnings for update in taken(tracked)]
    assert warnings[0] == ("99993 more of 1R-1801 shipped than ordered.",)
    assert "RP is a pickup status, but the fulfilment type is delivery." in warnings[2]
    assert [bool(each) for each in warnings] == [True, False, True, True]


def test_takes_the_same_update_in_another_spelling_once(tracked: Tracked) -> None:
    reordered = dict(reversed(examples.DELIVERY.items()))

    assert [tracked.post(body).status_code for body in (examples.DELIVERY, reordered)] == [204, 204]

    assert kinds(tracked) == ["update_taken", "update_repeated"]


def test_takes_a_shipment_again_after_the_window(tracked: Tracked, clock: FixedClock) -> None:
    hold = body_with({"documentStatus": "OH"}, examples.PICKUP)
    for body in (examples.DELIVERY, hold, examples.DELIVERY, hold):
        tracked.post(body)
    clock.advance(timedelta(minutes=59))
    tracked.post(body_with({"documentStatus": "OR"}, examples.PICKUP))
    tracked.post(hold)

    assert kinds(tracked) == [
        "update_taken",
        "update_taken",
        "update_repeated",
        "update_repeated",
        "update_taken",
        "update_taken",
    ]


def test_takes_every_update_where_the_window_is_zero(sqlite_database: Database, clock: FixedClock) -> None:
    tracked = make_tracked(sqlite_database, clock, settings=Settings(tracking=TrackingSettings(repeat_window_hours=0)))

    for _ in range(2):
        tracked.post(examples.DELIVERY)

    assert kinds(tracked) == ["update_taken", "update_taken"]
