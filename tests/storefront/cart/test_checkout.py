"""Ordering over HTTP: with an account and without, once, and with everything that is missing said at its field."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest

from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.domain import inventory, orders
from partscounter.domain.accounts import Role
from partscounter.domain.approvals import Approval
from partscounter.domain.inventory import Description, FedItem, Price
from partscounter.domain.orders import Order
from partscounter.kit.clock import FixedClock
from partscounter.storefront.hourly_limit import MOST_PER_HOUR
from tests.make.accounts import Browser, browser, form_key, make_account
from tests.make.app import make_app
from tests.make.counter import TESTER, draft_order, place, stock_item, stock_of
from tests.make.sales import add_approver
from tests.make.shop import Shop, make_shop
from tests.make.web import BASE_URL

CHECKOUT = "/shop/checkout"
BUYER = "buyer@parts.example"
GUEST = {"name": "Gus Guest", "email": "gus@guest.example", "delivery": "pickup"}


@pytest.fixture
def shop(sqlite_database: Database) -> Shop:
    return make_shop(sqlite_database)


@pytest.fixture
def visitor(sqlite_database: Database, clock: FixedClock, shop: Shop) -> Browser:
    """Somebody with an item of each seller in the cart."""
    came = browser(build_asgi(make_app(sqlite_database, clock)))
    came.submit("/shop/cart/add", on="/shop", item=[str(shop.item), str(shop.item_there)], quantity=["2", "1"])
    return came


def form_of(page: str) -> dict[str, str]:
    """What the form of the page brings back by itself."""
    hidden = dict(re.findall(r'<input type="hidden" name="(key|seen)" value="([^"]+)"', page))
    return {"form_key": form_key(page), **hidden}


def order(visitor: Browser, fields: dict[str, str]) -> tuple[int, str, str]:
    """Status, where it leads, and the page of the answer."""
    answer = visitor.post(CHECKOUT, data=fields, headers={"Origin": BASE_URL})
    return answer.status_code, answer.headers.get("location", ""), answer.text


def orders_in(database: Database) -> list[Order]:
    with database.read() as tx:
        return list(orders.list_orders_by_id(tx, range(1, 20)))


def test_a_guest_orders_from_two_sellers_and_sees_both_orders(
    sqlite_database: Database, visitor: Browser, shop: Shop
) -> None:
    form = form_of(visitor.get(CHECKOUT).text) | GUEST | {"reference": "PO 4711", "notes": "ring first"}

    status, address, _ = order(visitor, form)

    here, there = orders_in(sqlite_database)
    assert (status, address.startswith("/order/"), address.endswith("?done=ordered")) == (303, True, True)
    assert [(each.dealer_id, each.contact.email, each.terms.reference) for each in (here, there)] == [
        (shop.here.dealer.id, "gus@guest.example", "PO 4711"),
        (shop.there.dealer.id, "gus@guest.example", "PO 4711"),
    ]
    page = visitor.get(address).text
    assert "2 orders are placed. A mail confirms each." in page
    assert [each.document_number in page for each in (here, there)] == [True, True]
    assert [text in page for text in ("gus@guest.example", "€100.00", "ring first")] == [False, False, False]
    assert "Cart</a>" in page


def test_an_order_knows_the_language_of_the_pages(sqlite_database: Database, visitor: Browser) -> None:
    form = form_of(visitor.get(CHECKOUT).text) | GUEST

    visitor.post(CHECKOUT, data=form, headers={"Origin": BASE_URL, "Accept-Language": "fr-CA,en;q=0.5"})

    assert [each.contact.language for each in orders_in(sqlite_database)] == ["fr", "fr"]


def test_the_same_form_sent_twice_is_one_order(sqlite_database: Database, visitor: Browser, shop: Shop) -> None:
    form = form_of(visitor.get(CHECKOUT).text) | GUEST

    first, second = order(visitor, form), order(visitor, form)

    assert first[:2] == second[:2]
    assert len(orders_in(sqlite_database)) == 2
    assert stock_of(sqlite_database, shop.item) == (10, 2)


def test_another_form_with_the_same_key_orders_nothing(sqlite_database: Database, visitor: Browser, shop: Shop) -> None:
    form = form_of(visitor.get(CHECKOUT).text) | GUEST
    order(visitor, form)
    visitor.submit("/shop/cart/add", on="/shop", item=str(shop.item))

    status, _, page = order(visitor, form | {"name": "Somebody Else"})

    assert (status, "Nothing was ordered." in page) == (409, True)
    assert len(orders_in(sqlite_database)) == 2


def test_what_is_missing_is_said_at_its_field_and_what_was_given_stays(
    sqlite_database: Database, visitor: Browser
) -> None:
    form = form_of(visitor.get(CHECKOUT).text) | {"name": "Gus Guest", "email": "nobody", "delivery": "delivery"}

    status, _, page = order(visitor, form)

    assert (status, orders_in(sqlite_database)) == (400, [])
    wrong = re.findall(r'<(?:input|textarea) id="field-(\w+)"[^>]*aria-invalid="true"', page)
    assert wrong == ["email", "street", "city", "postal_code", "country"]
    assert 'id="error-email">This is no mail address.' in page
    assert 'value="Gus Guest"' in page
    assert 'value="delivery" checked' in page


def test_an_address_goes_with_a_delivery_only(sqlite_database: Database, visitor: Browser) -> None:
    form = form_of(visitor.get(CHECKOUT).text) | GUEST | {"street": "1 Road", "city": "Town", "dropbox": "7"}

    order(visitor, form | {"delivery": "dropbox"})

    sent = orders_in(sqlite_database)[0]
    assert (sent.ship_to.street, sent.ship_to.code, sent.terms.shipping_method) == ("", "7", "Dropbox")


def test_a_price_that_changed_is_shown_before_it_is_charged(
    sqlite_database: Database, visitor: Browser, shop: Shop
) -> None:
    form = form_of(visitor.get(CHECKOUT).text) | GUEST
    dearer = FedItem(
        inventory_id="1",
        tag_number="T1",
        brand_code="S",
        part_code="7654321",
        description=Description(part_name="Oil Filter"),
        price=Price(each=Decimal("120.00")),
        quantity=10,
    )
    sqlite_database.write(TESTER, lambda tx: inventory.put_items(tx, shop.here.store, [dearer]))

    status, _, page = order(visitor, form)

    assert (status, "Lines or prices have changed" in page, "€240.00" in page) == (409, True, True)
    assert 'value="Gus Guest"' in page
    assert orders_in(sqlite_database) == []
    assert order(visitor, form_of(page) | GUEST)[0] == 303


def test_what_was_sold_meanwhile_is_said_in_the_cart(sqlite_database: Database, visitor: Browser, shop: Shop) -> None:
    form = form_of(visitor.get(CHECKOUT).text) | GUEST
    place(sqlite_database, draft_order(shop.here, (shop.item, 9)))

    status, address, _ = order(visitor, form)

    assert (status, address) == (303, "/shop/cart?problem=refused")
    page = visitor.get(address).text
    assert "Only 1 is left." in page
    assert "Nothing was ordered." in page
    assert len(orders_in(sqlite_database)) == 1


def test_a_customer_finds_their_data_filled_in_and_the_order_is_theirs(
    sqlite_database: Database, visitor: Browser, shop: Shop
) -> None:
    make_account(sqlite_database, Role.CUSTOMER, BUYER, customer_id=shop.here.customer.id)
    visitor.sign_in(BUYER)
    page = visitor.get(CHECKOUT).text

    order(visitor, form_of(page) | GUEST | {"name": "Bea Buyer"})

    assert 'value="Bea Buyer"' in page
    assert 'value="buyer@customer.example"' in page
    here, there = orders_in(sqlite_database)
    assert (here.customer_id, there.customer_id) == (shop.here.customer.id, None)
    history = visitor.get("/shop/orders").text
    assert [f'href="/shop/orders/{each.id}"' in history for each in (here, there)] == [True, True]


def test_an_order_that_needs_consent_says_so_and_waits(sqlite_database: Database, visitor: Browser, shop: Shop) -> None:
    add_approver(sqlite_database, shop.here, at_least="240")
    make_account(sqlite_database, Role.CUSTOMER, BUYER, customer_id=shop.here.customer.id)
    visitor.sign_in(BUYER)
    page = visitor.get(CHECKOUT).text

    _, address, _ = order(visitor, form_of(page) | GUEST)

    assert page.count("This order waits for the consent of your company.") == 1
    here, there = orders_in(sqlite_database)
    assert (here.customer_status, there.customer_status) == (Approval.PENDING, Approval.APPROVED)
    assert visitor.get(address).text.count("Somebody of your company has to agree first.") == 1


def test_an_empty_cart_cannot_be_ordered(sqlite_database: Database, clock: FixedClock) -> None:
    visitor = browser(build_asgi(make_app(sqlite_database, clock)))

    assert visitor.get(CHECKOUT).headers["location"] == "/shop/cart"
    answer = visitor.submit(CHECKOUT, on="/shop", **GUEST)
    assert answer.headers["location"] == "/shop/cart?problem=refused"


def test_a_guest_who_orders_too_much_is_asked_to_wait(
    sqlite_database: Database, clock: FixedClock, visitor: Browser, shop: Shop
) -> None:
    item = stock_item(sqlite_database, shop.here, inventory_id="9", part_code="9999999", quantity=50)

    def order_one() -> tuple[int, str, str, dict[str, str]]:
        visitor.submit("/shop/cart/add", on="/shop", item=str(item))
        form = form_of(visitor.get(CHECKOUT).text) | GUEST
        return *order(visitor, form), form

    for _ in range(MOST_PER_HOUR - 1):
        order_one()
    *placed, form = order_one()
    refused = order_one()

    assert (placed[0], order(visitor, form)[:2]) == (303, tuple(placed[:2]))
    assert (refused[0], "Those were many orders for one hour. Nothing was ordered" in refused[2]) == (429, True)
    assert 'value="Gus Guest"' in refused[2]
    assert stock_of(sqlite_database, item) == (50, MOST_PER_HOUR)
    make_account(sqlite_database, Role.CUSTOMER, BUYER, customer_id=shop.here.customer.id)
    visitor.sign_in(BUYER)
    assert order(visitor, form_of(visitor.get(CHECKOUT).text) | GUEST)[0] == 303
    visitor.cookies.clear()
    clock.advance(timedelta(hours=1))
    assert order_one()[0] == 303
