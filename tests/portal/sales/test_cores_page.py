"""Deposits on old parts, at the desk."""

from datetime import timedelta
from decimal import Decimal

import pytest

from partscounter.app import App
from partscounter.domain.accounts import Role
from partscounter.domain.orders import Order
from partscounter.kit.clock import FixedClock
from tests.make.accounts import form_key
from tests.make.cores import ledger, place_with_core, set_terms
from tests.make.counter import make_counter
from tests.make.fulfilment import make_update, take
from tests.make.order_desk import OrderDesk, make_order_desk, words
from tests.make.web import BASE_URL


@pytest.fixture
def desk(app: App) -> OrderDesk:
    return make_order_desk(app)


@pytest.fixture
def order(desk: OrderDesk) -> Order:
    """Four units with a core charge of 50.05 each, shipped, due in 30 days."""
    set_terms(desk.app.database, desk.counter)
    order = place_with_core(desk.app.database, desk.counter, None)
    take(desk.app.database, make_update(order, "FS", ("S7654321", 4)))
    return order


def test_lists_what_is_outstanding_and_when_it_is_due(desk: OrderDesk, order: Order) -> None:
    page = desk.clerk.get("/portal/sales/cores").text
    of_another = desk.clerk.get("/portal/sales/cores?customer=999").text

    assert "Bea Buyer" in words(page)
    assert "4 €50.05 €200.20 Apr 1, 2026" in words(page)
    assert f'href="/portal/sales/cores/{order.id}/1"' in page
    assert "No deposit is open" in of_another


def test_takes_a_core_back_once(desk: OrderDesk, order: Order) -> None:
    address = f"/portal/sales/cores/{order.id}/1"
    page = desk.clerk.get(address).text
    seen = page.split('name="seen" value="')[1].split('"')[0]
    form = {"form_key": form_key(page), "seen": seen, "units": "2", "grade": "partial", "note": "rusty"}

    answers = [desk.clerk.post(address, data=form, headers={"Origin": BASE_URL}) for _ in range(2)]

    assert [answer.headers["location"] for answer in answers] == [f"{address}?done=taken"] * 2
    balance = ledger(desk.app.database, order)
    assert (balance.outstanding_units, balance.credited, balance.kept) == (2, Decimal("33.36"), Decimal("66.74"))
    assert "return, partial 2 €33.36 €66.74" in words(desk.clerk.get(address).text)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"units": "5", "grade": "full"}, 409),
        ({"units": "0", "grade": "full"}, 422),
        ({"units": "x", "grade": "full"}, 422),
        ({"units": "1", "grade": "shiny"}, 422),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    desk: OrderDesk, order: Order, fields: dict[str, str], status: int
) -> None:
    before = ledger(desk.app.database, order)

    answer = desk.clerk.submit(f"/portal/sales/cores/{order.id}/1", **fields)

    assert answer.status_code == status
    assert ledger(desk.app.database, order) == before


def test_a_manager_closes_what_is_overdue_and_a_clerk_does_not(
    desk: OrderDesk, order: Order, clock: FixedClock
) -> None:
    clock.advance(timedelta(days=31))
    desk.clerk.sign_in("clerk@parts.example")
    manager = desk.as_role(Role.MANAGER)

    refused = desk.clerk.submit("/portal/sales/cores/close", on=f"{desk.address}/ship")
    before = ledger(desk.app.database, order)
    closed = manager.submit("/portal/sales/cores/close", on="/portal/sales/cores")

    assert refused.status_code == 403
    assert before.outstanding_units == 4
    assert closed.headers["location"] == "/portal/sales/cores?done=closed-1"
    assert ledger(desk.app.database, order).kept == Decimal("200.20")


def test_a_manager_closes_for_the_own_dealers_alone(desk: OrderDesk, order: Order, clock: FixedClock) -> None:
    other = make_counter(desk.app.database, code="TD02", vendor_id="102")
    set_terms(desk.app.database, other)
    foreign = place_with_core(desk.app.database, other, None)
    take(desk.app.database, make_update(foreign, "FS", ("S7654321", 4)))
    clock.advance(timedelta(days=31))
    manager = desk.as_role(Role.MANAGER)

    manager.submit("/portal/sales/cores/close", on="/portal/sales/cores")

    assert ledger(desk.app.database, order).outstanding_units == 0
    assert ledger(desk.app.database, foreign).outstanding_units == 4
    assert manager.get(f"/portal/sales/cores/{foreign.id}/1").status_code == 404
    assert manager.get(f"/portal/sales/cores/{order.id}/{2**70}").status_code == 404
