"""Quotes at the desk: made, revised, withdrawn, accepted for the customer, and seen by their own dealer only."""

import re
from decimal import Decimal

import pytest

from partscounter.app import App
from partscounter.domain import orders, quotes
from partscounter.domain.orders import Channel
from partscounter.domain.quotes import Quote, QuoteState
from tests.make.accounts import form_key
from tests.make.counter import make_counter, stock_item, stock_of
from tests.make.order_desk import OrderDesk, make_order_desk, words
from tests.make.quotes import LAST_DAY, draft_quote, link_of, offer, quote_now
from tests.make.web import BASE_URL

LIST = "/portal/sales/quotes"
NEW = "/portal/sales/quotes/new"


@pytest.fixture
def desk(app: App) -> OrderDesk:
    """Three units of the part are left."""
    return make_order_desk(app)


def known(desk: OrderDesk) -> list[Quote]:
    with desk.app.database.read() as tx:
        return quotes.list_quotes(tx, None)


def made(desk: OrderDesk, quantity: int = 2) -> Quote:
    return offer(desk.app.database, draft_quote(desk.counter, (desk.item, quantity)))


def foreign(desk: OrderDesk) -> Quote:
    other = make_counter(desk.app.database, code="TD02", vendor_id="102")
    return offer(desk.app.database, draft_quote(other, (stock_item(desk.app.database, other), 1)))


def filled(desk: OrderDesk, **more: str) -> dict[str, str]:
    """A form with one line."""
    return {
        "dealer": str(desk.counter.dealer.id),
        "customer": "6385",
        "valid_until": LAST_DAY.isoformat(),
        "item": str(desk.item),
        f"quantity-{desk.item}": "2",
        f"price-{desk.item}": "88.50",
        f"core-{desk.item}": "",
        "do": "make",
    } | more


def token(page: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def test_a_part_is_found_added_and_quoted(desk: OrderDesk) -> None:
    dealer = str(desk.counter.dealer.id)
    found = desk.clerk.submit(NEW, dealer=dealer, customer="6385", q="S7654321", do="find")
    assert "S7654321 Oil Filter" in words(found.text)
    added = desk.clerk.submit(NEW, dealer=dealer, customer="6385", q="S7654321", add=str(desk.item))
    assert f'name="price-{desk.item}" value="100.00"' in added.text

    answer = desk.clerk.submit(NEW, **filled(desk, note="As we said"))

    (quote,) = known(desk)
    assert answer.headers["location"] == f"{LIST}/{quote.id}?done=made"
    assert (quote.customer_id, quote.name, quote.note) == (desk.counter.customer.id, "Bea Buyer", "As we said")
    assert [(line.quantity, line.price_each) for line in quote.lines] == [(2, Decimal("88.50"))]
    page = desk.clerk.get(answer.headers["location"]).text
    assert "€177.00 Tax, 20 % €35.40 Total, without shipping €212.40" in words(page)
    assert f"{BASE_URL}/quote/{link_of(desk.app.database, quote)}" in page


def test_the_same_form_sent_twice_is_one_quote(desk: OrderDesk) -> None:
    page = desk.clerk.get(NEW).text
    form = filled(desk, form_key=form_key(page), token=token(page))

    answers = [desk.clerk.post(NEW, data=form, headers={"Origin": BASE_URL}) for _ in range(2)]

    assert len({answer.headers["location"] for answer in answers}) == 1
    assert len(known(desk)) == 1


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("customer", "nobody", "is nobody's"),
        ("valid_until", "soon", "must be a day"),
        ("valid_until", "1999-01-01", "is over"),
        ("email", "nobody", "is no mail address"),
        ("quantity", "x", "must be a whole number"),
        ("quantity", "0", "must be from 1 to 9999"),
        ("price", "ten", "must be an amount such as 12.50"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_made(
    desk: OrderDesk, name: str, text: str, message: str
) -> None:
    field = f"{name}-{desk.item}" if name in {"quantity", "price"} else name

    answer = desk.clerk.submit(NEW, **filled(desk, **{field: text}))

    assert answer.status_code == 422
    assert message in words(answer.text)
    assert f'value="{text}"' in answer.text
    assert known(desk) == []


def test_nothing_found_is_said(desk: OrderDesk) -> None:
    answer = desk.clerk.submit(NEW, dealer=str(desk.counter.dealer.id), q="NOT-THERE-99", do="find")

    assert (answer.status_code, known(desk)) == (200, [])
    assert "nothing of this dealer's stock is called so" in words(answer.text)


def test_other_dealers_and_their_parts_are_out_of_reach(desk: OrderDesk) -> None:
    quote = foreign(desk)
    line = quote.lines[0].item_id

    dealer = desk.clerk.submit(NEW, **filled(desk, dealer=str(quote.dealer_id)))
    part = desk.clerk.submit(NEW, **filled(desk, item=str(line), **{f"quantity-{line}": "1"}))

    assert (dealer.status_code, part.status_code) == (404, 422)
    for address in (f"{LIST}/{quote.id}", f"{LIST}/{quote.id}/revise", f"{LIST}/999999"):
        assert desk.clerk.get(address).status_code == 404
    for address in (f"{LIST}/{quote.id}", f"{LIST}/{quote.id}/revise"):
        assert desk.clerk.submit(address, on=NEW, do="withdraw", note="mine").status_code == 404
    assert known(desk) == [quote]
    assert quote.number not in desk.clerk.get(LIST).text


def test_the_list_is_by_state(desk: OrderDesk) -> None:
    quote = made(desk)

    assert "All Open 1 Accepted 0 Withdrawn 0 Expired 0" in words(desk.clerk.get(LIST).text)
    assert f"{LIST}/{quote.id}" in desk.clerk.get(f"{LIST}?state=open").text
    assert "There is no such quote" in desk.clerk.get(f"{LIST}?state=accepted").text
    assert "There is no such quote" in desk.clerk.get(f"{LIST}?before={quote.id}").text


def test_a_quote_is_revised_as_it_was_seen(desk: OrderDesk) -> None:
    quote = made(desk)
    address = f"{LIST}/{quote.id}/revise"
    assert f'name="price-{desk.item}" value="90.00"' in desk.clerk.get(address).text
    form = filled(desk, name=quote.name, email=quote.email, seen="1")

    first = desk.clerk.submit(address, **form)
    second = desk.clerk.submit(address, **form)

    assert (first.headers["location"], second.status_code) == (f"{LIST}/{quote.id}?done=revised", 409)
    now = quote_now(desk.app.database, quote)
    assert (now.revision, now.lines[0].price_each, now.customer_id) == (2, Decimal("88.50"), quote.customer_id)


def test_the_desk_accepts_for_the_customer_with_a_note(desk: OrderDesk) -> None:
    quote = made(desk)
    address = f"{LIST}/{quote.id}"

    refused = desk.clerk.submit(address, do="accept", seen="1", note="")
    assert (refused.status_code, quote_now(desk.app.database, quote).state) == (422, QuoteState.OPEN)
    answer = desk.clerk.submit(address, do="accept", seen="1", note="Called on Monday", reference="PO 9")

    assert answer.headers["location"] == f"{address}?done=accept"
    now = quote_now(desk.app.database, quote)
    assert now.order_id is not None
    with desk.app.database.read() as tx:
        order = orders.get_order(tx, now.order_id)
    assert (order.channel, order.terms.reference, order.subtotal) == (Channel.ORDER_ENTRY, "PO 9", Decimal("180.00"))
    page = desk.clerk.get(address).text
    assert f'href="/portal/orders/{order.id}"' in page
    assert "Accept for the customer" not in page
    assert "Quote Q0000" in desk.clerk.get(f"/portal/orders/{order.id}").text


def test_what_stock_does_not_cover_is_not_ordered(desk: OrderDesk) -> None:
    quote = made(desk, 4)

    answer = desk.clerk.submit(f"{LIST}/{quote.id}", do="accept", seen="1", note="Called")

    assert answer.status_code == 409
    assert "Fewer than 4 of S7654321 are available. Nothing was changed." in words(answer.text)
    assert quote_now(desk.app.database, quote).state is QuoteState.OPEN
    assert stock_of(desk.app.database, desk.item) == (10, 7)


def test_a_quote_is_withdrawn_once(desk: OrderDesk) -> None:
    quote = made(desk)
    address = f"{LIST}/{quote.id}"

    answer = desk.clerk.submit(address, do="withdraw", note="Sold elsewhere")
    again = desk.clerk.submit(address, on=NEW, do="withdraw", note="again")

    assert (answer.headers["location"], again.status_code) == (f"{address}?done=withdraw", 409)
    now = quote_now(desk.app.database, quote)
    assert (now.state, now.decision_note) == (QuoteState.WITHDRAWN, "Sold elsewhere")
