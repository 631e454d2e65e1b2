"""Orders as their buyers see them: the list, one order, the page behind a link; nobody else's."""

import re
from dataclasses import replace
from datetime import date

import pytest

from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.domain import cores, orders
from partscounter.domain.accounts import Role
from partscounter.domain.cores import CoreTerms
from partscounter.domain.fulfilment import Shipment
from partscounter.domain.orders import Order, Terms
from partscounter.kit.clock import FixedClock
from tests.make.accounts import Browser, browser, make_account
from tests.make.app import make_app
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place, stock_item
from tests.make.fulfilment import make_update, take

BUYER, OTHER = "buyer@parts.example", "other@parts.example"


@pytest.fixture
def counter(sqlite_database: Database) -> Counter:
    return make_counter(sqlite_database)


@pytest.fixture
def item(sqlite_database: Database, counter: Counter) -> int:
    return stock_item(sqlite_database, counter)


@pytest.fixture
def order(sqlite_database: Database, counter: Counter, item: int) -> Order:
    draft = replace(draft_order(counter, (item, 3)), terms=Terms(reference="PO 4711"))
    return place(sqlite_database, draft)


@pytest.fixture
def buyer(sqlite_database: Database, clock: FixedClock, counter: Counter) -> Browser:
    make_account(sqlite_database, Role.CUSTOMER, BUYER, customer_id=counter.customer.id)
    return signed_in(sqlite_database, clock, BUYER)


def signed_in(database: Database, clock: FixedClock, email: str) -> Browser:
    came = browser(build_asgi(make_app(database, clock)))
    came.sign_in(email)
    return came


def ship(database: Database, order: Order, units: int, *, status: str = "PS", carrier: str = "UPS") -> None:
    shipment = Shipment(carrier, date(2026, 3, 2), "Ground", "1Z999AA10123456784")
    take(database, replace(make_update(order, status, ("7654321", units)), shipment=shipment))


def steps(page: str) -> list[tuple[str, str]]:
    """The way of an order: how far each step is, and its name."""
    return re.findall(r'<li class="(done|begun|ahead)"><strong>([^<]+)</strong>', page)


def test_who_has_not_signed_in_is_led_there_and_back(visitor_of_nobody: Browser, order: Order) -> None:
    for address in ("/shop/orders", f"/shop/orders/{order.id}", f"/shop/orders/{order.id}/return", "/shop/returns"):
        answer = visitor_of_nobody.get(address)

        assert answer.headers["location"].startswith("/sign-in?next=%2Fshop%2F"), address


@pytest.fixture
def visitor_of_nobody(sqlite_database: Database, clock: FixedClock) -> Browser:
    return browser(build_asgi(make_app(sqlite_database, clock)))


def test_an_order_shows_how_far_it_is(sqlite_database: Database, buyer: Browser, order: Order) -> None:
    ship(sqlite_database, order, 2)

    page = buyer.get(f"/shop/orders/{order.id}").text

    assert steps(page) == [
        ("done", "Ordered"),
        ("done", "Set aside"),
        ("begun", "Packed"),
        ("begun", "Shipped"),
        ("ahead", "Delivered"),
    ]
    assert "Partly shipped" in page
    assert re.search(r'href="https://[^"]*1Z999AA10123456784"[^>]*>Follow shipment 1Z999AA10123456784</a>', page)
    assert [text in page for text in ("1 set aside", "2 on the way", "PO 4711", "€360.00")] == [True] * 4


def test_nobody_owes_what_was_cancelled(sqlite_database: Database, buyer: Browser, order: Order) -> None:
    take(sqlite_database, make_update(order, "OC", ("7654321", 1)))

    page = buyer.get(f"/shop/orders/{order.id}").text
    listed = buyer.get("/shop/orders").text

    assert "<dt>Cancelled</dt><dd>-€120.00</dd>" in page
    assert ('<dd class="all">€240.00</dd>' in page, "€240.00" in listed) == (True, True)


def test_units_on_back_order_say_when_they_are_expected(
    sqlite_database: Database, buyer: Browser, counter: Counter, item: int
) -> None:
    order = place(sqlite_database, draft_order(counter, (item, 12)))
    days = {1: date(2026, 3, 20)}
    sqlite_database.write(TESTER, lambda tx: orders.promise_lines(tx, order.id, days, reason=""))

    page = buyer.get(f"/shop/orders/{order.id}").text

    assert "2 on back order" in page
    assert "expected by Mar 20, 2026" in page
    assert "Waits for parts" in page


def test_nobody_else_sees_an_order(sqlite_database: Database, clock: FixedClock, buyer: Browser, order: Order) -> None:
    stranger = make_counter(sqlite_database, code="TD01", vendor_id="101")
    make_account(sqlite_database, Role.CUSTOMER, OTHER, customer_id=stranger.customer.id)
    other = signed_in(sqlite_database, clock, OTHER)

    for address in (f"/shop/orders/{order.id}", f"/shop/orders/{order.id}/return"):
        assert (buyer.get(address).status_code, other.get(address).status_code) == (200, 404)
    for address in (f"/shop/orders/{order.id}/again", f"/shop/orders/{order.id}/return"):
        assert other.submit(address, on="/shop/orders", **{"units-1": "1"}).status_code == 404
    assert order.number not in other.get("/shop/orders").text
    assert "There is nothing in it yet." in other.get("/shop/cart").text
    for unknown in ("999", "0", "x", "-1", "9" * 30):
        assert buyer.get(f"/shop/orders/{unknown}").status_code == 404


@pytest.mark.parametrize(
    ("text", "is_found"), [("", True), ("po 47", True), ("oil f", True), ("S7654", True), ("100%", False)]
)
def test_orders_are_found_by_what_stands_on_them(buyer: Browser, order: Order, text: str, is_found: bool) -> None:
    answer = buyer.get("/shop/orders", params={"q": text})

    assert answer.status_code == 200
    assert (order.document_number in answer.text) is is_found
    assert (f"No order of yours has “{text}” in it." in answer.text) is not is_found


def test_a_long_history_has_pages(sqlite_database: Database, buyer: Browser, counter: Counter, order: Order) -> None:
    for _ in range(25):
        place(sqlite_database, draft_order(counter, (None, 1)))

    first, second = (buyer.get("/shop/orders", params={"page": page}).text for page in (1, 2))

    assert (first.count("<li><a"), second.count("<li><a")) == (25, 1)
    assert "26 orders" in first
    assert 'href="/shop/orders?q=&amp;page=2" rel="next"' in first
    assert order.document_number in second


def test_an_order_can_be_put_into_the_cart_again(
    sqlite_database: Database, buyer: Browser, counter: Counter, item: int
) -> None:
    draft = orders.refer_to_machine(draft_order(counter, (item, 3), (None, 1)), "F2600123")
    order = place(sqlite_database, draft)

    answer = buyer.submit(f"/shop/orders/{order.id}/again", on="/shop/orders")

    assert answer.headers["location"] == "/shop/cart?done=added"
    page = buyer.get("/shop/cart").text
    assert re.findall(r'name="quantity-\d+"[^>]* value="(\d+)"', page) == ["3"]
    assert "For machine F2600123" in page


def test_an_order_that_was_submitted_again_leads_to_what_it_is_now(
    sqlite_database: Database, buyer: Browser, counter: Counter, item: int
) -> None:
    first = place(sqlite_database, draft_order(counter, (item, 3), uuid="A" * 36))
    second = place(sqlite_database, draft_order(counter, (item, 4), uuid="A" * 36))

    assert buyer.get(f"/shop/orders/{first.id}").headers["location"] == f"/shop/orders/{second.id}"
    assert buyer.get("/shop/orders").text.count("<li><a") == 1


def test_the_page_behind_a_link_needs_no_account_and_names_nobody(
    sqlite_database: Database, visitor_of_nobody: Browser, order: Order
) -> None:
    ship(sqlite_database, order, 3, status="FS")
    link = sqlite_database.write(TESTER, lambda tx: orders.sign_order_link(tx, order))

    answer = visitor_of_nobody.get(f"/order/{link}")

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert "Your order is fully shipped" in answer.text
    assert "Follow shipment" in answer.text
    assert [text in answer.text for text in ("Bea Buyer", "buyer@customer.example", "€")] == [False, False, False]
    assert 'name="robots" content="noindex"' in answer.text


@pytest.mark.parametrize("change", [lambda link: link[:-1], lambda link: link + "A", lambda _: "order.1.1.x"])
def test_a_link_that_was_not_given_out_is_unknown(
    sqlite_database: Database, visitor_of_nobody: Browser, order: Order, change: object
) -> None:
    link = sqlite_database.write(TESTER, lambda tx: orders.sign_order_link(tx, order))

    assert visitor_of_nobody.get(f"/order/{change(link)}").status_code == 404  # type: ignore[operator]  # a function


def test_old_parts_are_owed_until_their_day(
    sqlite_database: Database, buyer: Browser, counter: Counter, item: int
) -> None:
    terms = CoreTerms(days_to_return=30)
    sqlite_database.write(TESTER, lambda tx: cores.set_core_terms(tx, counter.dealer.id, terms))
    draft = draft_order(counter, (item, 2))
    line = replace(draft.lines[0], price=draft.lines[0].price._replace(core=draft.lines[0].price.each))
    order = place(sqlite_database, replace(draft, lines=(line,)))
    ship(sqlite_database, order, 2, status="FS")

    listed, page = buyer.get("/shop/returns").text, buyer.get(f"/shop/orders/{order.id}").text

    assert [text in listed for text in ("€200.00", "Apr 1, 2026", order.document_number)] == [True, True, True]
    assert "due by Apr 1, 2026" in page


def test_an_order_leads_to_the_choice_of_its_sellers_mails(
    sqlite_database: Database, clock: FixedClock, buyer: Browser, order: Order
) -> None:
    other = make_counter(sqlite_database, code="TD01", vendor_id="101")
    make_account(sqlite_database, Role.CUSTOMER, OTHER, customer_id=other.customer.id)
    stranger = signed_in(sqlite_database, clock, OTHER)

    answer = buyer.get(f"/shop/orders/{order.id}/mails")

    assert answer.status_code == 303
    assert "Dealer TD00" in buyer.get(answer.headers["location"]).text
    assert f'href="/shop/orders/{order.id}/mails"' in buyer.get(f"/shop/orders/{order.id}").text
    assert stranger.get(f"/shop/orders/{order.id}/mails").status_code == 404
