"""The cart over HTTP: with an account and without, and what is said when something cannot be had."""

import re

import pytest

from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.domain import customer_templates
from partscounter.domain.accounts import Role
from partscounter.domain.kept_carts import account_owner
from partscounter.kit.clock import FixedClock
from tests.make.accounts import PASSWORD, Browser, browser, make_account
from tests.make.app import make_app
from tests.make.counter import TESTER, draft_order, place
from tests.make.shop import Shop, held, make_shop

CART = "/shop/cart"
BUYER = "buyer@parts.example"


@pytest.fixture
def shop(sqlite_database: Database) -> Shop:
    return make_shop(sqlite_database)


@pytest.fixture
def visitor(sqlite_database: Database, clock: FixedClock) -> Browser:
    return browser(build_asgi(make_app(sqlite_database, clock)))


def add(visitor: Browser, item: int | str, **more: str | list[str]) -> str:
    """Where a button of another page leads."""
    answer = visitor.submit("/shop/cart/add", on="/shop", item=str(item), **more)
    assert answer.status_code == 303
    return answer.headers["location"]


def line_of(page: str) -> str:
    found = re.search(r'name="quantity-(\d+)"', page)
    assert found is not None
    return found[1]


def test_a_visitors_cart_has_what_was_put_in(visitor: Browser, shop: Shop) -> None:
    assert "There is nothing in it yet." in visitor.get(CART).text

    assert add(visitor, shop.item) == "/shop/cart?done=added"
    assert add(visitor, shop.item_there, quantity="3", next="/shop?q=1") == "/shop?q=1"
    page = visitor.get("/shop/cart?done=added").text

    assert "It is in your cart." in page
    assert page.index("Dealer TD00") < page.index("Dealer TD01")
    assert [text in page for text in ("€120.00", "€360.00", "€480.00")] == [True, True, True]
    assert "Cart (2)</a>" in visitor.get("/shop").text


def test_another_browser_does_not_see_it(
    sqlite_database: Database, clock: FixedClock, visitor: Browser, shop: Shop
) -> None:
    add(visitor, shop.item)

    other = browser(build_asgi(make_app(sqlite_database, clock)))

    assert "There is nothing in it yet." in other.get(CART).text


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(
    ("item", "quantity"), [("999", "1"), ("x", "1"), ("", "1"), ("1", "0"), ("1", "10000"), ("1", "1.5"), ("1", "-1")]
)
def test_what_cannot_be_in_a_cart_is_said(visitor: Browser, item: str, quantity: str) -> None:
    address = add(visitor, item, quantity=quantity)

    page = visitor.get(address).text
    assert "That could not be put into the cart" in page
    assert "There is nothing in it yet." in page


def test_it_leads_to_our_own_pages_only(visitor: Browser, shop: Shop) -> None:
    assert add(visitor, shop.item, next="https://evil.example/") == "/shop/cart?done=added"


def test_a_form_of_another_page_puts_nothing_in(visitor: Browser, shop: Shop) -> None:
    visitor.get("/shop")

    assert visitor.post("/shop/cart/add", data={"item": str(shop.item)}).status_code == 403
    assert "There is nothing in it yet." in visitor.get(CART).text


def test_quantities_change_and_lines_go(visitor: Browser, shop: Shop) -> None:
    add(visitor, shop.item)
    line = line_of(visitor.get(CART).text)

    changed = visitor.submit(CART, **{f"quantity-{line}": "4"})
    assert changed.headers["location"] == "/shop/cart?done=changed"
    assert 'value="4"' in visitor.get(CART).text
    onward = visitor.submit(CART, then="checkout", **{f"quantity-{line}": "5"})
    assert onward.headers["location"] == "/shop/checkout"
    removed = visitor.submit(CART, remove=line, **{f"quantity-{line}": "5"})
    assert removed.headers["location"] == "/shop/cart?done=removed"
    assert "There is nothing in it yet." in visitor.get(CART).text


@pytest.mark.parametrize("text", ["many", "-1", "1.5", "10000"])
def test_a_quantity_that_is_none_changes_nothing(visitor: Browser, shop: Shop, text: str) -> None:
    add(visitor, shop.item, quantity="2")
    line = line_of(visitor.get(CART).text)

    answer = visitor.submit(CART, **{f"quantity-{line}": text})

    assert answer.status_code == 400
    assert f'value="{text}" aria-invalid="true"' in answer.text
    assert 'value="2"' in visitor.get(CART).text


def test_a_line_says_that_its_item_was_sold(sqlite_database: Database, visitor: Browser, shop: Shop) -> None:
    add(visitor, shop.item)
    place(sqlite_database, draft_order(shop.here, (shop.item, 10)))

    page = visitor.get(CART).text

    assert "This was sold meanwhile. Please take it out." in page
    assert "1 line cannot be ordered as it is." in page
    assert 'value="checkout"' not in page
    assert visitor.get("/shop/checkout").headers["location"] == "/shop/cart?problem=refused"


def test_the_cart_is_taken_along_at_sign_in_and_stays_behind_at_sign_out(
    sqlite_database: Database, visitor: Browser, shop: Shop
) -> None:
    account = make_account(sqlite_database, Role.CUSTOMER, BUYER, customer_id=shop.here.customer.id)
    add(visitor, shop.item, quantity="2")

    visitor.sign_in(BUYER, PASSWORD)

    assert held(sqlite_database, account_owner(account.id)) == [(shop.item, 2, "")]
    assert "Cart (1)</a>" in visitor.get(CART).text
    visitor.submit("/sign-out", on="/account")
    assert "There is nothing in it yet." in visitor.get(CART).text


def test_a_customer_pays_their_own_price(sqlite_database: Database, visitor: Browser, shop: Shop) -> None:
    make_account(sqlite_database, Role.CUSTOMER, BUYER, customer_id=shop.here.customer.id)
    templates = {"pricing": [{"name": "Dealer", "steps": [{"percent_off": 10}]}]}
    checked = customer_templates.check_templates(templates, "a test")

    defaults = {shop.here.dealer.id: "Dealer"}
    sqlite_database.write(TESTER, lambda tx: customer_templates.put_templates(tx, checked))
    sqlite_database.write(TESTER, lambda tx: customer_templates.set_dealer_defaults(tx, defaults))
    add(visitor, shop.item)

    visitor.sign_in(BUYER, PASSWORD)

    page = visitor.get(CART).text
    assert "€90.00" in page
    assert "€100.00" not in page


def test_it_speaks_the_visitors_language(visitor: Browser, shop: Shop) -> None:
    add(visitor, shop.item)

    page = visitor.get(CART, headers={"Accept-Language": "de-DE"}).text

    assert "<h1>Warenkorb</h1>" in page
    assert "120,00\N{NO-BREAK SPACE}€" in page
    assert "Warenkorb (1)</a>" in page
