"""Asking to send something back."""

import pytest

from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.domain import returns
from partscounter.domain.accounts import Role
from partscounter.domain.orders import Order
from partscounter.domain.returns import GoodsReturn, Requester, ReturnTerms
from partscounter.kit.clock import FixedClock
from tests.make.accounts import Browser, browser, make_account
from tests.make.app import make_app
from tests.make.counter import TESTER, Counter, draft_order, make_counter, place, stock_item
from tests.make.fulfilment import make_update, take
from tests.make.returns import authorise

BUYER = "buyer@parts.example"


@pytest.fixture
def counter(sqlite_database: Database) -> Counter:
    return make_counter(sqlite_database)


@pytest.fixture
def order(sqlite_database: Database, counter: Counter) -> Order:
    """Three units, shipped."""
    item = stock_item(sqlite_database, counter)
    placed = place(sqlite_database, draft_order(counter, (item, 3)))
    take(sqlite_database, make_update(placed, "FS", ("7654321", 3)))
    return placed


@pytest.fixture
def buyer(sqlite_database: Database, clock: FixedClock, counter: Counter) -> Browser:
    make_account(sqlite_database, Role.CUSTOMER, BUYER, customer_id=counter.customer.id)
    came = browser(build_asgi(make_app(sqlite_database, clock)))
    came.sign_in(BUYER)
    return came


def grant(database: Database, order: Order) -> None:
    database.write(TESTER, lambda tx: returns.set_return_terms(tx, order.dealer_id, ReturnTerms(30)))


def returns_of(database: Database, order: Order) -> list[GoodsReturn]:
    with database.read() as tx:
        return returns.list_returns(tx, order.id)


def test_a_return_is_asked_for_and_followed(sqlite_database: Database, buyer: Browser, order: Order) -> None:
    grant(sqlite_database, order)

    answer = buyer.submit(f"/shop/orders/{order.id}/return", **{"units-1": "2", "reason": "too long"})

    assert answer.headers["location"] == f"/shop/orders/{order.id}?done=returned"
    (asked,) = returns_of(sqlite_database, order)
    assert (asked.requested_by, asked.reason, asked.lines[0].units) == (Requester.CUSTOMER, "too long", 2)
    assert "Your return is asked for." in buyer.get(f"/shop/orders/{order.id}?done=returned").text
    authorise(sqlite_database, asked)
    for page in (buyer.get(f"/shop/orders/{order.id}").text, buyer.get("/shop/returns").text):
        assert [text in page for text in (asked.number, "Authorised: please send it", "by Friday")] == [True] * 3


@pytest.mark.parametrize(
    ("units", "refused"),
    [
        ("0", (400, "Please say of at least one line")),
        ("", (400, "Please say of at least one line")),
        ("many", (400, "Please say of at least one line")),
        ("-1", (400, "Please say of at least one line")),
        ("4", (409, "That is more than was shipped")),
    ],
)
def test_what_cannot_go_back_is_said_and_what_was_given_stays(
    sqlite_database: Database, buyer: Browser, order: Order, units: str, refused: tuple[int, str]
) -> None:
    grant(sqlite_database, order)

    answer = buyer.submit(f"/shop/orders/{order.id}/return", **{"units-1": units, "reason": "too long"})

    assert (answer.status_code, refused[1] in answer.text) == (refused[0], True)
    assert f'value="{units}"' in answer.text
    assert "too long</textarea>" in answer.text
    assert returns_of(sqlite_database, order) == []


def test_a_dealer_who_grants_no_returns_is_to_be_asked(sqlite_database: Database, buyer: Browser, order: Order) -> None:
    page = buyer.get(f"/shop/orders/{order.id}/return").text
    answer = buyer.submit(f"/shop/orders/{order.id}/return", **{"units-1": "1"})

    assert "This dealer grants no returns by itself." in page
    assert (answer.status_code, "The dealer does not take these parts back" in answer.text) == (409, True)
    assert returns_of(sqlite_database, order) == []


def test_what_was_not_shipped_cannot_go_back(sqlite_database: Database, buyer: Browser, counter: Counter) -> None:
    order = place(sqlite_database, draft_order(counter, (None, 3)))

    page = buyer.get(f"/shop/orders/{order.id}/return").text

    assert "Nothing of this order can be sent back" in page
    assert "units-1" not in page


def test_a_return_is_withdrawn_before_anything_came(sqlite_database: Database, buyer: Browser, order: Order) -> None:
    grant(sqlite_database, order)
    for units in ("1", "2"):
        buyer.submit(f"/shop/orders/{order.id}/return", **{"units-1": units})
    asked, authorised = returns_of(sqlite_database, order)
    authorise(sqlite_database, authorised)
    assert buyer.get(f"/shop/orders/{order.id}").text.count("/withdraw") == 2

    answers = [buyer.submit(f"/shop/returns/{each.id}/withdraw", on="/shop/returns") for each in (asked, authorised)]

    assert [each.headers["location"] for each in answers] == ["/shop/returns?done=withdrawn"] * 2
    assert [each.state.value for each in returns_of(sqlite_database, order)] == ["withdrawn"] * 2
    page = buyer.get("/shop/returns?done=withdrawn").text
    assert ("The return is withdrawn." in page, "/withdraw" in page) == (True, False)
    again = buyer.submit(f"/shop/returns/{asked.id}/withdraw", on="/shop/returns")
    assert (again.status_code, "cannot be withdrawn any more. Nothing was changed." in again.text) == (409, True)


def test_a_return_of_somebody_else_is_not_there(
    sqlite_database: Database, clock: FixedClock, buyer: Browser, order: Order
) -> None:
    grant(sqlite_database, order)
    buyer.submit(f"/shop/orders/{order.id}/return", **{"units-1": "1"})
    (asked,) = returns_of(sqlite_database, order)
    elsewhere = make_counter(sqlite_database, code="TD01", vendor_id="101")
    make_account(sqlite_database, Role.CUSTOMER, "other@parts.example", customer_id=elsewhere.customer.id)
    other = browser(build_asgi(make_app(sqlite_database, clock)))
    other.sign_in("other@parts.example")

    tried = [other.submit(f"/shop/returns/{which}/withdraw", on="/shop") for which in (str(asked.id), "999", "x")]

    assert [each.status_code for each in tried] == [404] * 3
    assert returns_of(sqlite_database, order) == [asked]
