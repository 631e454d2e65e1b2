"""The first page of the portal."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from partscounter.app import App
from partscounter.domain import orders
from partscounter.domain.accounts import Role
from partscounter.domain.leads.empty_searches import SearchedWords, note_empty_searches
from partscounter.kit.clock import FixedClock
from partscounter.search.search_times import SearchTimes
from partscounter.web.exchange import Exchange
from partscounter.web.search_timer import SearchTimer
from tests.make.counter import TESTER, draft_order, place
from tests.make.order_desk import OrderDesk, make_order_desk, words


@pytest.fixture
def desk(app: App) -> OrderDesk:
    return make_order_desk(app, on_hand=5)


def test_counts_the_orders_of_ones_dealers_by_work_and_age(desk: OrderDesk, clock: FixedClock) -> None:
    clock.advance(timedelta(days=2))
    place(desk.app.database, replace(draft_order(desk.counter, (None, 1))))
    desk.clerk.sign_in("clerk@parts.example")

    page = desk.clerk.get("/portal").text
    operator = desk.as_role(Role.OPERATOR).get("/portal").text

    assert "Open 2 2 To pick 2 2 To ship 0 0 Back-ordered 1 1" in words(page)
    assert "Less than a day 1 1 1 to 3 days 1 1 3 to 7 days 0 0 7 days or more 0 0" in words(page)
    assert "Open 3 3" in words(operator)
    assert 'href="/portal/orders?older=1&amp;newer=3&amp;sort=oldest"' in page


def test_tells_how_promises_were_kept(desk: OrderDesk, clock: FixedClock) -> None:
    desk.app.database.write(TESTER, lambda tx: orders.promise_lines(tx, desk.order.id, {1: date(2026, 3, 3)}))
    clock.advance(timedelta(days=3))
    desk.clerk.sign_in("clerk@parts.example")

    page = words(desk.clerk.get("/portal").text)

    assert "kept, of those decided 0 %" in page
    assert "late 1" in page
    assert "overdue now 1" in page


def test_counts_sales_that_were_lost(desk: OrderDesk) -> None:
    searches = {SearchedWords(keywords="seal"): 3, SearchedWords(keywords="pump"): 2}
    desk.app.database.write(TESTER, lambda tx: note_empty_searches(tx, searches))

    assert "searches of 2026-03 that found nothing 5" in words(desk.clerk.get("/portal").text)


def test_operators_see_how_the_counter_itself_does(desk: OrderDesk) -> None:
    for milliseconds in range(1, 101):
        desk.app.search_times.add(milliseconds / 1000)

    operator = words(desk.as_role(Role.OPERATOR).get("/portal").text)

    assert "of the last 100 of this process 95 ms" in operator
    assert "jobs in the queue 2" in operator
    assert "jobs given up 0" in operator
    assert "jobs in the queue" not in desk.clerk.get("/portal").text


def test_searches_that_were_answered_are_timed() -> None:
    times = SearchTimes()
    searched = Exchange("inventory", "GET", "/inventory/search/{part_type}/{make}/{model}", "", 200, 0.2, "r")
    elsewhere = searched._replace(route="/shop/cart", seconds=9)
    refused = searched._replace(status=401, seconds=9)
    for exchange in (searched, searched._replace(route="/shop/search", seconds=0.4), elsewhere, refused):
        SearchTimer(times).finished(exchange)

    assert times.count == 2
    assert times.p95() == pytest.approx(0.39)
