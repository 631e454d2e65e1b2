"""A resubmission beside the order that it may replace."""

import pytest

from partscounter.app import App
from partscounter.domain.accounts import Role
from partscounter.domain.orders import Order, Quantities
from tests.make.counter import draft_order, place, stock_item
from tests.make.order_desk import OrderDesk, make_order_desk, words
from tests.make.sales import order_now


@pytest.fixture
def desk(app: App) -> OrderDesk:
    return make_order_desk(app)


def replaced(desk: OrderDesk) -> tuple[Order, Order]:
    database = desk.app.database
    first = place(database, draft_order(desk.counter, (desk.item, 2), uuid="U"))
    other = stock_item(database, desk.counter, inventory_id="2", part_code="1111111")
    return first, place(database, draft_order(desk.counter, (other, 1), part_code="1111111", uuid="U"))


def test_the_queue_leads_to_both_side_by_side(desk: OrderDesk) -> None:
    first, second = replaced(desk)

    queue = desk.clerk.get("/portal/orders?work=review").text
    page = words(desk.clerk.get(f"/portal/orders/{second.id}/review").text)

    assert f'href="/portal/orders/{second.id}/review"' in queue
    assert f"Before {first.number} To pick" in page
    assert "S7654321 Oil Filter 2 €200.00" in page
    assert f"Submitted again {second.number} To pick" in page
    assert "S1111111 Oil Filter 1 €100.00" in page


def test_a_verdict_closes_it_and_a_second_is_refused(desk: OrderDesk) -> None:
    first, second = replaced(desk)
    address = f"/portal/orders/{second.id}/review"
    on = f"{desk.address}/ship"

    closed = desk.clerk.submit(address, verdict="replaces", note="asked Bea")
    again = desk.clerk.submit(address, on=on, verdict="both_stand")

    assert closed.headers["location"] == f"/portal/orders/{second.id}?done=review"
    assert again.status_code == 409
    assert [line.quantities for line in order_now(desk.app.database, first).lines] == [Quantities(cancelled=2)]
    assert "The later one replaces the earlier one: clerk@parts.example" in words(desk.clerk.get(address).text)
    assert f"/portal/orders/{second.id}" not in desk.clerk.get("/portal/orders?work=review").text


def test_no_verdict_is_none(desk: OrderDesk) -> None:
    first, second = replaced(desk)

    answer = desk.clerk.submit(f"/portal/orders/{second.id}/review", verdict="perhaps")

    assert answer.status_code == 422
    assert order_now(desk.app.database, first).lines[0].quantities == Quantities(reserved=2)


def test_an_order_that_needs_none_has_no_such_page(desk: OrderDesk) -> None:
    assert desk.clerk.get(f"{desk.address}/review").status_code == 404
    assert desk.as_role(Role.OPERATOR).get(f"/portal/orders/{desk.foreign.id}/review").status_code == 404
