"""One order with everything that happened to it."""

from dataclasses import replace
from datetime import date

import pytest

from partscounter.app import App
from partscounter.domain import orders
from partscounter.domain.fulfilment import take_update
from partscounter.domain.orders import Terms, VehicleReference
from partscounter.kit.actor import Actor
from partscounter.kit.address import PostalAddress
from tests.make.counter import TESTER, draft_order, place
from tests.make.fulfilment import DAY, make_update, take
from tests.make.order_desk import OrderDesk, make_order_desk, words

DEALER_SYSTEM = Actor("td00-demo", "order_tracking", "request-1", '{"documentStatus":"PS","price":1.10}')


@pytest.fixture
def desk(app: App) -> OrderDesk:
    return make_order_desk(app, quantity=12)


def test_shows_lines_by_stage_with_exact_amounts(desk: OrderDesk) -> None:
    page = words(desk.clerk.get(desk.address).text)

    assert "Part Ordered Back-ordered Reserved Each Amount" in page
    assert "S7654321 Oil Filter 12 2 10 €100.00 €1,200.00" in page
    assert "Net €1,200.00 Tax €240.00 Total €1,440.00" in page
    assert "Back-ordered 2 back-ordered, 10 reserved" in page


def test_what_was_cancelled_is_taken_off_the_total(desk: OrderDesk) -> None:
    take(desk.app.database, make_update(desk.order, "OC", ("S7654321", 2)))

    page = words(desk.clerk.get(desk.address).text)

    assert "Net €1,200.00 Cancelled -€200.00 Tax €200.00 Total €1,200.00" in page


def test_shows_who_what_for_and_where_to(desk: OrderDesk) -> None:
    draft = replace(
        draft_order(desk.counter, (None, 1)),
        terms=Terms(reference="PO 4711", notes="Gate 3"),
        ship_to=PostalAddress(company="Digger & Sons", street="2 Pit Lane", city="Lincoln", state="NE"),
    )
    line = replace(draft.lines[0], vehicle_references=(VehicleReference("SERIALNUMBER", "CAT0320D"),))
    order = place(desk.app.database, replace(draft, lines=(line,)))

    page = words(desk.clerk.get(f"/portal/orders/{order.id}").text)

    assert "Reference PO 4711" in page
    assert "Serial number CAT0320D" in page
    assert "Digger &amp; Sons 2 Pit Lane Lincoln NE" in page
    assert "Notes Gate 3" in page


def test_the_history_names_contract_and_credential_and_keeps_the_words(desk: OrderDesk) -> None:
    update = make_update(desk.order, "PS", ("S7654321", 13), tracking_id="1Z9")
    desk.app.database.write(DEALER_SYSTEM, lambda tx: take_update(tx, update, repeat_window=DAY))
    desk.app.database.write(DEALER_SYSTEM, lambda tx: take_update(tx, update, repeat_window=DAY))

    page = desk.clerk.get(desk.address).text
    payload = page.split("as received")[1].rsplit("/events/", 1)[1].split('"')[0]
    received = desk.clerk.get(f"{desk.address}/events/{payload}").text

    said = words(page)
    assert "Partially Shipped (PS), repeated: nothing changed" in said
    assert "Order Tracking v3 · td00-demo · as received" in said
    assert "10 x S7654321: reserved → in transit; 2 x S7654321: back-ordered → in transit" in said
    assert "Odd 1 more of S7654321 shipped than ordered." in said
    assert said.count("buyer@customer.example: Queued: job") == 2
    assert "buyer@customer.example: No mail: this update repeats one that was taken before." in said
    assert 'href="https://www.ups.com/track?tracknum=1Z9"' in page
    assert "&#34;price&#34;: 1.10" in received
    assert "request-1" in received


def test_shows_promises_and_which_of_them_is_over(desk: OrderDesk) -> None:
    first, later = date(2026, 3, 10), date(2026, 3, 20)
    for day in (first, later):
        desk.app.database.write(TESTER, lambda tx, day=day: orders.promise_lines(tx, desk.order.id, {1: day}))

    page = words(desk.clerk.get(desk.address).text)

    assert "is promised for Mar 20, 2026" in page
    assert "1 Mar 20, 2026 Mar 10, 2026" in page


@pytest.mark.parametrize("page", ["", "/ship", "/promise", "/review", "/events/1"])
def test_orders_of_other_dealers_are_as_unknown_as_those_that_are_not_there(desk: OrderDesk, page: str) -> None:
    answers = [desk.clerk.get(f"/portal/orders/{order}{page}") for order in (desk.foreign.id, 999, 2**70)]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_an_event_of_another_order_is_not_shown(desk: OrderDesk) -> None:
    assert desk.clerk.get(f"{desk.address}/events/999").status_code == 404
