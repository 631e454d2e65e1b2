"""Documents that wait for somebody's consent."""

from dataclasses import replace

import pytest

from partscounter.app import App
from partscounter.database.log import events_of
from partscounter.domain import approvals
from partscounter.domain.approvals import Approval
from partscounter.domain.orders import Channel, Order
from tests.make.counter import TESTER, draft_order, place, stock_of
from tests.make.order_desk import OrderDesk, make_order_desk, words
from tests.make.sales import add_approver, decisions_of, order_now


@pytest.fixture
def desk(app: App) -> OrderDesk:
    return make_order_desk(app, quantity=1)


def asked(desk: OrderDesk) -> Order:
    """An order of 240.00 that waits for the customer's approver and for the dealer."""
    add_approver(desk.app.database, desk.counter, at_least="100", at_most="500")
    return place(desk.app.database, replace(draft_order(desk.counter, (desk.item, 2)), channel=Channel.SALE))


def test_lists_what_waits_and_says_who_was_asked(desk: OrderDesk) -> None:
    order = asked(desk)

    listed = words(desk.clerk.get("/portal/sales").text)
    page = words(desk.clerk.get(f"/portal/sales/approvals/{order.id}").text)

    assert f"{order.number} 0 min Bea Buyer Customer to approve €240.00 Decide" in listed
    assert desk.order.number not in listed
    assert "Bo Boss boss@customer.example €100.00 to €500.00" in page
    assert "works Queued: job" in page
    assert "Customer says pending Dealer says pending" in page


def test_a_link_of_an_approver_who_was_removed_is_said_to_be_dead(desk: OrderDesk) -> None:
    order = asked(desk)
    with desk.app.database.read() as tx:
        (approver,) = approvals.list_approvers(tx, desk.counter.customer.id)
    desk.app.database.write(TESTER, lambda tx: approvals.remove_approver(tx, desk.counter.customer.id, approver.email))

    assert "dead: the approver was removed" in desk.clerk.get(f"/portal/sales/approvals/{order.id}").text


def test_decides_in_place_for_either_side(desk: OrderDesk) -> None:
    order = asked(desk)
    address = f"/portal/sales/approvals/{order.id}"

    customer = desk.clerk.submit(address, side="customer", decision="approved", note="Bo said yes by phone")
    dealer = desk.clerk.submit(address, side="vendor", decision="approved")

    assert [each.headers["location"] for each in (customer, dealer)] == [f"/portal/orders/{order.id}?done=decision"] * 2
    assert decisions_of(desk.app.database, order) == [("customer", "approved"), ("vendor", "approved")]
    with desk.app.database.read() as tx:
        event = next(each for each in events_of(tx, f"order:{order.id}") if each.kind == "sale.approval_decided")
    assert (event.actor, event.data["by"], event.data["note"]) == (
        "clerk@parts.example",
        "Pat Counter",
        "Bo said yes by phone",
    )
    assert "Nothing waits for consent" in desk.clerk.get("/portal/sales").text


def test_a_rejection_cancels_and_the_opposite_is_refused_afterwards(desk: OrderDesk) -> None:
    order = asked(desk)
    address = f"/portal/sales/approvals/{order.id}"

    desk.clerk.submit(address, side="vendor", decision="rejected")
    again = desk.clerk.submit(address, on=f"{desk.address}/ship", side="vendor", decision="approved")

    assert again.status_code == 409
    assert order_now(desk.app.database, order).vendor_status is Approval.REJECTED
    assert stock_of(desk.app.database, desk.item) == (10, 1)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"side": "customer", "decision": "approved"}, "Please say who decided for the customer"),
        ({"side": "customer", "decision": "perhaps", "note": "x"}, "Please say what was decided."),
        ({"side": "nobody", "decision": "approved"}, "Please say what was decided."),
    ],
)
def test_a_decision_has_to_be_one(desk: OrderDesk, fields: dict[str, str], message: str) -> None:
    order = asked(desk)

    answer = desk.clerk.submit(f"/portal/sales/approvals/{order.id}", **fields)

    assert (answer.status_code, message in answer.text) == (422, True)
    assert order_now(desk.app.database, order) == order


def test_orders_of_other_dealers_are_not_decided_on(desk: OrderDesk) -> None:
    address = f"/portal/sales/approvals/{desk.foreign.id}"

    answer = desk.clerk.submit(address, on=f"{desk.address}/ship", side="vendor", decision="rejected")

    assert (answer.status_code, desk.clerk.get(address).status_code) == (404, 404)
    assert order_now(desk.app.database, desk.foreign) == desk.foreign
