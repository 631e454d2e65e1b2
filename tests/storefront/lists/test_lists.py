"""Saved lists over HTTP: kept, looked at with what they cost now, put into the cart, renamed, removed."""

import re

import pytest

from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.domain import kept_carts, saved_lists
from partscounter.domain.accounts import Role
from partscounter.domain.kept_carts import account_owner
from partscounter.kit.clock import FixedClock
from tests.make.accounts import Browser, browser, make_account
from tests.make.app import make_app
from tests.make.counter import TESTER, draft_order, place
from tests.make.shop import Shop, add, held, make_shop

LISTS = "/shop/lists"
BUYER = "buyer@parts.example"


@pytest.fixture
def shop(sqlite_database: Database) -> Shop:
    return make_shop(sqlite_database)


@pytest.fixture
def account(sqlite_database: Database, shop: Shop) -> int:
    """With two of one seller's items and one of the other's in the cart."""
    account_id = make_account(sqlite_database, Role.CUSTOMER, BUYER, customer_id=shop.here.customer.id).id
    add(sqlite_database, (shop.item, 2), (shop.item_there, 1), owner=account_owner(account_id))
    return account_id


@pytest.fixture
def buyer(sqlite_database: Database, clock: FixedClock, account: int) -> Browser:
    del account  # is there
    came = browser(build_asgi(make_app(sqlite_database, clock)))
    came.sign_in(BUYER)
    return came


def keep(buyer: Browser, name: str = "Service 500 h") -> str:
    """The address of the list that was made."""
    answer = buyer.submit(LISTS, name=name)
    assert answer.status_code == 303
    return str(answer.headers["location"]).partition("?")[0]


def empty_cart(database: Database, account: int) -> None:
    owner = account_owner(account)
    database.write(
        TESTER,
        lambda tx: kept_carts.change_quantities(tx, owner, {each.id: 0 for each in kept_carts.list_lines(tx, owner)}),
    )


def names(database: Database, account: int) -> list[str]:
    with database.read() as tx:
        return [each.name for each in saved_lists.list_lists(tx, account)]


def test_the_cart_is_kept_as_a_list(sqlite_database: Database, buyer: Browser, account: int) -> None:
    assert f'href="{LISTS}"' in buyer.get("/shop/cart").text
    assert f'href="{LISTS}"' in buyer.get("/shop/orders").text
    assert "You have no list yet." in buyer.get(LISTS).text

    address = keep(buyer)

    page = buyer.get(f"{address}?done=kept").text
    assert "The list is kept. Your cart is as it was." in page
    assert page.index("Dealer TD00") < page.index("Dealer TD01")
    assert (page.count("Available"), "€120.00" in page, "Put all into the cart" in page) == (2, False, True)
    assert [text in page for text in ("€100.00", "€200.00")] == [True] * 2
    assert re.search(r"Service 500 h</strong></a>\s*<span class=\"quiet\">2 lines · last used", buyer.get(LISTS).text)
    assert (names(sqlite_database, account), len(held(sqlite_database, account_owner(account)))) == (
        ["Service 500 h"],
        2,
    )


def test_sent_twice_it_is_one_list(sqlite_database: Database, buyer: Browser, account: int) -> None:
    assert keep(buyer) == keep(buyer)
    assert names(sqlite_database, account) == ["Service 500 h"]


def test_a_name_that_cannot_be_is_said_and_stays(sqlite_database: Database, buyer: Browser, account: int) -> None:
    keep(buyer)
    buyer.submit("/shop/cart/add", on="/shop", item="1")

    taken, nameless = buyer.submit(LISTS, name="SERVICE 500 h"), buyer.submit(LISTS, name=" ")

    assert (taken.status_code, nameless.status_code) == (409, 400)
    assert 'id="error-name">You have another list of this name. Nothing was kept.' in taken.text
    assert 'value="SERVICE 500 h"' in taken.text
    assert 'id="error-name">A name has 1 to 80 characters. Nothing was kept.' in nameless.text
    assert names(sqlite_database, account) == ["Service 500 h"]


def test_all_goes_into_the_cart_but_what_is_sold(
    sqlite_database: Database, buyer: Browser, shop: Shop, account: int
) -> None:
    address = keep(buyer)
    empty_cart(sqlite_database, account)
    place(sqlite_database, draft_order(shop.here, (shop.item, 10)))

    page = buyer.get(address).text
    assert [text in page for text in ("Sold</span>", "Put what can be had into the cart: 1 line")] == [True, True]
    answer = buyer.submit(f"{address}/cart", on=address)

    assert answer.headers["location"] == "/shop/cart?done=added"
    assert held(sqlite_database, account_owner(account)) == [(shop.item_there, 1, "")]


def test_one_line_goes_into_the_cart(sqlite_database: Database, buyer: Browser, shop: Shop, account: int) -> None:
    address = keep(buyer)
    empty_cart(sqlite_database, account)
    lines = re.findall(r'name="line" value="(\d+)"', buyer.get(address).text)

    buyer.submit(f"{address}/cart", on=address, line=lines[0])
    unknown = buyer.submit(f"{address}/cart", on=address, line="x")

    assert held(sqlite_database, account_owner(account)) == [(shop.item, 2, "")]
    assert unknown.headers["location"] == f"{address}?problem=nothing"
    assert "Nothing was put into the cart." in buyer.get(f"{address}?problem=nothing").text


def test_a_list_is_renamed_and_removed(sqlite_database: Database, buyer: Browser, account: int) -> None:
    keep(buyer, "Winter")
    address = keep(buyer)

    taken = buyer.submit(f"{address}/name", on=address, name="winter")
    assert (taken.status_code, "You have another list of this name. Nothing was changed." in taken.text) == (409, True)
    assert buyer.submit(f"{address}/name", on=address, name="").status_code == 400
    assert names(sqlite_database, account) == ["Service 500 h", "Winter"]
    assert buyer.submit(f"{address}/name", on=address, name="Spring").headers["location"] == f"{address}?done=renamed"
    assert names(sqlite_database, account) == ["Spring", "Winter"]
    assert buyer.submit(f"{address}/remove", on=address).headers["location"] == f"{LISTS}?done=removed"
    assert names(sqlite_database, account) == ["Winter"]
    assert buyer.get(address).status_code == 404


def test_lists_of_somebody_else_are_not_there(
    sqlite_database: Database, clock: FixedClock, buyer: Browser, shop: Shop, account: int
) -> None:
    address = keep(buyer)
    make_account(sqlite_database, Role.CUSTOMER, "other@parts.example", customer_id=shop.there.customer.id)
    other = browser(build_asgi(make_app(sqlite_database, clock)))
    other.sign_in("other@parts.example")

    for gone in (address, f"{LISTS}/999", f"{LISTS}/x"):
        tried = [other.get(gone)]
        tried += [
            other.submit(f"{gone}/{verb}", on="/shop", **fields)
            for verb, fields in (("cart", {}), ("name", {"name": "Mine"}), ("remove", {}))
        ]
        assert [each.status_code for each in tried] == [404] * 4
    assert "You have no list yet." in other.get(LISTS).text
    assert names(sqlite_database, account) == ["Service 500 h"]


@pytest.mark.usefixtures("shop")
def test_a_visitor_signs_in_first(sqlite_database: Database, clock: FixedClock) -> None:
    visitor = browser(build_asgi(make_app(sqlite_database, clock)))

    answers = [visitor.get(address) for address in (LISTS, f"{LISTS}/1")]

    assert [each.headers["location"].partition("?")[0] for each in answers] == ["/sign-in"] * 2
    assert visitor.submit(LISTS, on="/shop", name="Mine").status_code == 403
