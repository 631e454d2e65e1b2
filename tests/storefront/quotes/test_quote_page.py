"""A quote behind its link: seen without signing in, accepted once, and told when it is over."""

from datetime import timedelta
from decimal import Decimal

import pytest

from partscounter.asgi import build_asgi
from partscounter.database import Database
from partscounter.domain import orders, quotes
from partscounter.domain.accounts import Role
from partscounter.domain.orders import Order
from partscounter.domain.quotes import Quote, QuotedItem, QuoteState
from partscounter.kit.clock import FixedClock
from tests.make.accounts import Browser, browser, make_account
from tests.make.app import make_app
from tests.make.counter import TESTER, Counter, make_counter, stock_item, stock_of
from tests.make.order_desk import words
from tests.make.quotes import accept, draft_quote, link_of, offer, quote_now


@pytest.fixture
def counter(sqlite_database: Database) -> Counter:
    return make_counter(sqlite_database)


@pytest.fixture
def item(sqlite_database: Database, counter: Counter) -> int:
    return stock_item(sqlite_database, counter)


@pytest.fixture
def quote(sqlite_database: Database, counter: Counter, item: int, clock: FixedClock) -> Quote:
    """Of two units, for a week."""
    last_day = clock.now().date() + timedelta(days=7)
    return offer(sqlite_database, draft_quote(counter, (item, 2), valid_until=last_day, note="For the D6."))


@pytest.fixture
def visitor(sqlite_database: Database, clock: FixedClock) -> Browser:
    return browser(build_asgi(make_app(sqlite_database, clock)))


@pytest.fixture
def address(sqlite_database: Database, quote: Quote) -> str:
    return f"/quote/{link_of(sqlite_database, quote)}"


def orders_of(database: Database) -> list[Order]:
    with database.read() as tx:
        return list(orders.iterate_orders(tx))


def test_the_offer_is_told(visitor: Browser, address: str) -> None:
    answer = visitor.get(address)

    page = words(answer.text)
    assert answer.status_code == 200
    assert "Dealer TD00 offers these parts to Bea Buyer. The offer is valid until" in page
    assert "For the D6." in page
    assert "S7654321 Oil Filter €90.00 each, core charge €5.00 €180.00" in page
    assert "paid back for the old parts €10.00 Tax, 20 % €36.00 Total, without shipping €226.00" in page


def test_accepting_leads_to_the_order(
    visitor: Browser, address: str, sqlite_database: Database, quote: Quote, item: int
) -> None:
    answer = visitor.submit(address, seen="1", reference="PO 12")

    assert answer.status_code == 303
    assert "PO 12" in visitor.get(answer.headers["location"]).text
    (order,) = orders_of(sqlite_database)
    assert (order.terms.reference, order.subtotal) == ("PO 12", Decimal("180.00"))
    assert quote_now(sqlite_database, quote).order_id == order.id
    assert stock_of(sqlite_database, item) == (10, 2)
    page = visitor.get(address).text
    assert f'href="{answer.headers["location"].split("?")[0]}"' in page
    assert "Accept and order" not in page


def test_who_has_signed_in_finds_the_order_again(
    visitor: Browser, address: str, sqlite_database: Database, counter: Counter
) -> None:
    make_account(sqlite_database, Role.CUSTOMER, "buyer@parts.example", customer_id=counter.customer.id)
    visitor.sign_in("buyer@parts.example")

    visitor.submit(address, seen="1")

    (order,) = orders_of(sqlite_database)
    assert order.number in visitor.get("/shop/orders").text


def test_sent_twice_it_is_one_order(visitor: Browser, address: str, sqlite_database: Database, item: int) -> None:
    visitor.submit(address, seen="1")

    again = visitor.submit(address, on="/shop/wants/new", seen="1")

    assert again.status_code == 409
    assert "This quote was accepted: it is an order now." in words(again.text)
    assert (len(orders_of(sqlite_database)), stock_of(sqlite_database, item)) == (1, (10, 2))


def test_a_revised_quote_is_shown_first(
    visitor: Browser, address: str, sqlite_database: Database, counter: Counter, quote: Quote
) -> None:
    item = quote.lines[0].item_id
    dearer = draft_quote(counter, lines=(QuotedItem(item, 2, Decimal("99.00")),), valid_until=quote.valid_until)
    sqlite_database.write(TESTER, lambda tx: quotes.revise_quote(tx, quote.id, dearer, seen=1))

    answer = visitor.submit(address, seen="1")

    assert answer.status_code == 409
    assert "The seller has changed this quote since you saw it." in words(answer.text)
    assert "€99.00" in answer.text
    assert orders_of(sqlite_database) == []
    assert visitor.submit(address, seen="2").status_code == 303


def test_what_is_not_there_is_not_ordered(
    visitor: Browser, address: str, sqlite_database: Database, counter: Counter, quote: Quote
) -> None:
    item = quote.lines[0].item_id
    accept(sqlite_database, offer(sqlite_database, draft_quote(counter, (item, 9))))
    assert "There are not as many just now." in visitor.get(address).text

    answer = visitor.submit(address, seen="1")

    assert answer.status_code == 409
    assert "Not all of these parts are there any more. Nothing was ordered." in words(answer.text)
    assert quote_now(sqlite_database, quote).state is QuoteState.OPEN
    assert stock_of(sqlite_database, item) == (10, 9)


def test_a_withdrawn_quote_says_so(visitor: Browser, address: str, sqlite_database: Database, quote: Quote) -> None:
    sqlite_database.write(TESTER, lambda tx: quotes.withdraw_quote(tx, quote.id))

    page = visitor.get(address).text
    assert "The seller has withdrawn this quote." in page
    assert "Accept and order" not in page
    assert visitor.submit(address, on="/shop/wants/new", seen="1").status_code == 409
    assert orders_of(sqlite_database) == []


def test_an_expired_quote_says_so_in_the_visitors_language(
    visitor: Browser, address: str, sqlite_database: Database, clock: FixedClock
) -> None:
    clock.advance(timedelta(days=8))

    page = visitor.get(address, headers={"Accept-Language": "de"}).text

    assert "Dieses Angebot galt bis" in page
    assert visitor.submit(address, on="/shop/wants/new", seen="1").status_code == 409
    assert orders_of(sqlite_database) == []


def test_a_reference_that_is_too_long_is_refused(visitor: Browser, address: str, sqlite_database: Database) -> None:
    answer = visitor.submit(address, seen="1", reference="x" * 201)

    assert answer.status_code == 400
    assert "This is too long." in answer.text
    assert orders_of(sqlite_database) == []


def test_a_foreign_form_or_link_orders_nothing(visitor: Browser, address: str, sqlite_database: Database) -> None:
    assert visitor.post(address, data={"seen": "1"}).status_code == 403
    assert visitor.get(f"{address[:-2]}xx").status_code == 404
    assert visitor.submit(f"{address[:-2]}xx", on="/shop/wants/new", seen="1").status_code == 404
    assert orders_of(sqlite_database) == []
