"""Doing something with an order at the desk."""

import pytest

from partscounter.app import App
from partscounter.database.log import events_of
from partscounter.domain import fulfilment, orders
from partscounter.domain.orders import Quantities
from tests.make.accounts import form_key
from tests.make.counter import draft_order, place, stock_of
from tests.make.fulfilment import make_update, take
from tests.make.order_desk import OrderDesk, make_order_desk, seen_of, words
from tests.make.sales import add_approver, kinds_of, order_now
from tests.make.web import BASE_URL

SHIPMENT = {"carrier": "UPS", "method": "Ground", "tracking_id": "1Z9", "shipped_on": "2026-03-02"}


@pytest.fixture
def desk(app: App) -> OrderDesk:
    return make_order_desk(app)


def unchanged(desk: OrderDesk) -> bool:
    return desk.now() == desk.order and kinds_of(desk.app.database, desk.order) == ["order.placed"]


def test_proposes_what_is_here_and_shows_the_mail_beforehand(desk: OrderDesk) -> None:
    page = desk.clerk.get(f"{desk.address}/ship").text

    assert 'name="units-1" value="7"' in page
    assert 'value="2026-03-02"' in page
    assert "Fully Shipped (FS): 7 x S7654321" in words(page)
    assert "A mail goes to buyer@customer.example." in words(page)
    assert unchanged(desk)


def test_the_preview_follows_the_form_and_changes_nothing(desk: OrderDesk) -> None:
    answer = desk.clerk.submit(
        f"{desk.address}/ship", do="preview", seen=desk.seen(), **{"units-1": "2"}, **SHIPMENT, type="delivery"
    )

    assert answer.status_code == 200
    assert "Partially Shipped (PS): 2 x S7654321" in words(answer.text)
    assert "1Z9" in answer.text.split("Text of the mail")[1]
    assert 'name="units-1" value="2"' in answer.text
    assert unchanged(desk)


def test_ships_a_part_with_its_tracking_number(desk: OrderDesk) -> None:
    answer = desk.clerk.submit(
        f"{desk.address}/ship", seen=desk.seen(), **{"units-1": "2"}, **SHIPMENT, type="delivery"
    )

    assert (answer.status_code, answer.headers["location"]) == (303, f"{desk.address}?done=ship")
    assert 'role="status">Shipped.' in desk.clerk.get(answer.headers["location"]).text
    assert [line.quantities for line in desk.now().lines] == [Quantities(reserved=5, in_transit=2)]
    assert stock_of(desk.app.database, desk.item) == (8, 5)
    with desk.app.database.read() as tx:
        (update,) = fulfilment.list_updates(tx, desk.order.id)
        event = events_of(tx, f"order:{desk.order.id}")[-1]
    assert (update.status.value, update.shipment.tracking_id, update.shipment.carrier) == ("PS", "1Z9", "UPS")
    assert (event.actor, event.door) == ("clerk@parts.example", "portal")
    assert "units-1=2" in event.payload
    assert "form_key" not in event.payload


def test_the_same_form_sent_twice_changes_nothing_the_second_time(desk: OrderDesk) -> None:
    key = form_key(desk.clerk.get(f"{desk.address}/ship").text)
    form = {"form_key": key, "seen": desk.seen(), "units-1": "2", **SHIPMENT, "type": "delivery"}

    answers = [desk.clerk.post(f"{desk.address}/ship", data=form, headers={"Origin": BASE_URL}) for _ in range(2)]

    assert [each.headers["location"] for each in answers] == [
        f"{desk.address}?done=ship",
        f"{desk.address}?done=repeat",
    ]
    assert [line.quantities for line in desk.now().lines] == [Quantities(reserved=5, in_transit=2)]
    assert kinds_of(desk.app.database, desk.order) == ["order.placed", "tracking.update_taken"]


def test_a_form_that_is_stale_is_refused_and_shows_the_order_as_it_is(desk: OrderDesk) -> None:
    seen = desk.seen()
    take(desk.app.database, make_update(desk.order, "PS", ("S7654321", 3)))

    answer = desk.clerk.submit(f"{desk.address}/ship", seen=seen, **{"units-1": "2"}, type="delivery")

    assert answer.status_code == 409
    assert "has changed since the page was opened" in answer.text
    assert f'name="seen" value="{desk.seen()}"' in answer.text
    assert 'name="units-1" value="2"' in answer.text
    assert [line.quantities for line in desk.now().lines] == [Quantities(reserved=4, in_transit=3)]


@pytest.mark.parametrize(
    ("step", "fields", "marked", "message"),
    [
        ("ship", {"units-1": "8"}, "units-1", "must be from 0 to 7"),
        ("ship", {"units-1": "two"}, "units-1", "must be a whole number"),
        ("ship", {"units-1": "1", "tracking_id": "1Z9"}, "carrier", "must be named with a tracking number"),
        ("ship", {"units-1": "1", "shipped_on": "soon"}, "shipped_on", "must be a date such as 2026-12-01"),
        ("ship", {"units-1": "1", "tracking_url": "javascript:1"}, "tracking_url", "must begin with http"),
        ("cancel", {"units-1": ""}, "", "no unit is named"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    desk: OrderDesk, step: str, fields: dict[str, str], marked: str, message: str
) -> None:
    answer = desk.clerk.submit(f"{desk.address}/{step}", seen=desk.seen(), **fields)

    assert answer.status_code == 422
    assert message in answer.text
    assert (f'id="error-{marked}"' in answer.text) is bool(marked)
    assert unchanged(desk)


def test_nothing_ships_before_the_customer_agrees(desk: OrderDesk) -> None:
    add_approver(desk.app.database, desk.counter, at_least="1")
    order = place(desk.app.database, draft_order(desk.counter, (desk.item, 1)))

    answer = desk.clerk.submit(
        f"/portal/orders/{order.id}/ship", seen=seen_of(desk.app.database, order), **{"units-1": "1"}
    )

    assert answer.status_code == 409
    assert "The customer has not approved this order yet" in answer.text
    assert order_now(desk.app.database, order) == order


def test_a_foreign_order_is_not_touched(desk: OrderDesk) -> None:
    address, seen = f"/portal/orders/{desk.foreign.id}/ship", seen_of(desk.app.database, desk.foreign)

    answer = desk.clerk.submit(address, on=f"{desk.address}/ship", seen=seen, **{"units-1": "1"})

    assert answer.status_code == 404
    assert order_now(desk.app.database, desk.foreign) == desk.foreign


def test_a_form_of_another_site_is_not_taken(desk: OrderDesk) -> None:
    answer = desk.clerk.post(f"{desk.address}/ship", data={"units-1": "1", "seen": desk.seen()})

    assert answer.status_code == 403
    assert unchanged(desk)


def test_the_whole_way_at_the_counter(desk: OrderDesk) -> None:
    steps = [("pick", "7"), ("pack", "7"), ("ready", "7"), ("hand_over", "7"), ("invoice", "7")]
    for step, units in steps:
        answer = desk.clerk.submit(f"{desk.address}/{step}", seen=desk.seen(), **{"units-1": units}, type="pickup")
        assert answer.headers["location"] == f"{desk.address}?done={step}"

    assert [line.quantities for line in desk.now().lines] == [Quantities(invoiced=7)]
    assert desk.now().tracking_status == "PU"
    assert "nothing left of this order" in desk.clerk.get(f"{desk.address}/ship").text


def test_hold_and_release(desk: OrderDesk) -> None:
    for step, status in (("hold", "OH"), ("release", "OR")):
        assert "Preview the mail" in desk.clerk.get(f"{desk.address}/{step}").text
        desk.clerk.submit(f"{desk.address}/{step}", seen=desk.seen())
        assert desk.now().tracking_status == status


@pytest.mark.parametrize("step", ["ships", "events", "queue"])
def test_other_steps_there_are_not(desk: OrderDesk, step: str) -> None:
    assert desk.clerk.get(f"{desk.address}/{step}").status_code == 404


def test_a_promise_is_made_and_a_day_that_is_over_is_refused(app: App) -> None:
    desk = make_order_desk(app, on_hand=5)

    over = desk.clerk.submit(f"{desk.address}/promise", **{"day-1": "2026-03-01"})
    wrong = desk.clerk.submit(f"{desk.address}/promise", **{"day-1": "soon"})
    none = desk.clerk.submit(f"{desk.address}/promise", reason="x")
    made = desk.clerk.submit(f"{desk.address}/promise", **{"day-1": "2026-03-09"}, reason="on the boat")
    again = desk.clerk.submit(f"{desk.address}/promise", **{"day-1": "2026-03-09"})

    assert [each.status_code for each in (over, wrong, none)] == [422, 422, 422]
    assert "2026-03-01: the date is over." in over.text
    assert 'id="error-day-1"' in wrong.text
    assert made.headers["location"] == f"{desk.address}?done=promise"
    assert again.headers["location"] == f"{desk.address}?done=same_promise"
    with desk.app.database.read() as tx:
        (promise,) = orders.list_promises(tx, desk.order.id)
    assert (str(promise.day), promise.reason, promise.actor) == ("2026-03-09", "on the boat", "clerk@parts.example")
