"""Quotes: made, revised, withdrawn, accepted once at their prices, and over after their last day."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from partscounter.database import Database
from partscounter.database.log import events_of
from partscounter.domain import customer_templates, orders, quotes
from partscounter.domain.inventory import NotAvailable
from partscounter.domain.orders import Channel
from partscounter.domain.quotes import (
    Accepter,
    InvalidQuote,
    QuotedItem,
    QuoteDraft,
    QuoteNotOpen,
    QuoteOutdated,
    QuoteState,
    UnknownQuote,
    UnknownQuoteLink,
)
from partscounter.kit.clock import FixedClock
from tests.make.counter import TESTER, Counter, make_counter, stock_item, stock_of
from tests.make.quotes import LAST_DAY, accept, draft_quote, link_of, offer, quote_now


@pytest.fixture
def counter(database: Database) -> Counter:
    return make_counter(database)


@pytest.fixture
def item(database: Database, counter: Counter) -> int:
    return stock_item(database, counter)


def test_a_quote_is_priced_and_signed(database: Database, counter: Counter, item: int) -> None:
    quote = offer(database, draft_quote(counter, (item, 2), note="For the D6."))

    assert (quote.number, quote.state, quote.revision, quote.made_by) == ("Q00001", QuoteState.OPEN, 1, "tester")
    assert (quote.name, quote.email, quote.currency) == ("Bea Buyer", "buyer@customer.example", "EUR")
    assert [(line.code, line.description, line.quantity) for line in quote.lines] == [("S7654321", "Oil Filter", 2)]
    assert (quote.subtotal, quote.tax, quote.cores) == (Decimal("180.00"), Decimal("36.00"), Decimal("10.00"))
    assert quote.total == Decimal("226.00")
    assert stock_of(database, item) == (10, 0)


def test_a_line_without_a_price_has_the_one_on_file(database: Database, counter: Counter, item: int) -> None:
    quote = offer(database, draft_quote(counter, lines=(QuotedItem(item, 1),)))

    assert [(line.price_each, line.core) for line in quote.lines] == [(Decimal("100.00"), Decimal("0.00"))]


def test_everything_that_is_wrong_is_named_and_nothing_is_made(database: Database, counter: Counter, item: int) -> None:
    other = make_counter(database, code="TD01", vendor_id="101")
    foreign = stock_item(database, other)
    draft = QuoteDraft(
        dealer_id=counter.dealer.id,
        lines=(QuotedItem(item, 0, Decimal("-1.00")), QuotedItem(foreign, 1), QuotedItem(item, 1, Decimal("0.001"))),
        valid_until=LAST_DAY.replace(year=1999),
        customer_id=other.customer.id,
        email="nobody",
    )

    with pytest.raises(InvalidQuote) as refused:
        offer(database, draft)

    assert [violation.field for violation in refused.value.violations] == [
        "customer",
        "valid_until",
        "email",
        "lines[0].quantity",
        "lines[0].price",
        "lines[1].item",
        "lines[2].item",
        "lines[2].price",
    ]
    with database.read() as tx:
        assert quotes.list_quotes(tx, None) == []


def test_somebody_without_an_entry_in_the_books_is_named(database: Database, counter: Counter, item: int) -> None:
    draft = draft_quote(counter, (item, 1), customer_id=None)
    with pytest.raises(InvalidQuote) as refused:
        offer(database, draft)
    assert [violation.field for violation in refused.value.violations] == ["name", "email"]

    quote = offer(database, replace(draft, name="Gus Guest", email="gus@guest.example"))
    order = accept(database, quote)

    assert (order.customer_id, order.contact.name, order.contact.email) == (None, "Gus Guest", "gus@guest.example")


def test_accepting_makes_an_order_at_the_quoted_prices(database: Database, counter: Counter, item: int) -> None:
    quote = offer(database, draft_quote(counter, (item, 3)))

    order = accept(database, quote, reference="PO 7")

    (line,) = order.lines
    assert (line.item_id, line.quantity, line.price.each, line.core) == (item, 3, Decimal("90.00"), Decimal("5.00"))
    assert (order.total + order.cores, order.channel) == (quote.total, Channel.WEB)
    assert (order.terms.reference, order.terms.notes) == ("PO 7", "Quote Q00001")
    assert (order.customer_id, order.number.split("-")[0]) == (counter.customer.id, "6385")
    assert stock_of(database, item) == (10, 3)
    now = quote_now(database, quote)
    assert (now.state, now.order_id) == (QuoteState.ACCEPTED, order.id)
    with database.read() as tx:
        told = [event.data["state"] for event in events_of(tx, f"quote:{quote.id}")]
    assert told == ["open", "accepted"]


def test_a_quote_is_accepted_once(database: Database, counter: Counter, item: int) -> None:
    quote = offer(database, draft_quote(counter, (item, 3)))
    accept(database, quote)

    with pytest.raises(QuoteNotOpen):
        accept(database, quote)

    assert stock_of(database, item) == (10, 3)


def test_all_is_ordered_or_nothing(database: Database, counter: Counter, item: int) -> None:
    few = stock_item(database, counter, inventory_id="2", part_code="22", quantity=1)
    quote = offer(database, draft_quote(counter, (item, 3), (few, 2)))

    with pytest.raises(NotAvailable):
        accept(database, quote)

    assert (stock_of(database, item), stock_of(database, few)) == ((10, 0), (1, 0))
    assert quote_now(database, quote).state is QuoteState.OPEN
    with database.read() as tx:
        assert orders.count_orders(tx) == 0


def test_the_desk_accepts_with_a_note(database: Database, counter: Counter, item: int) -> None:
    quote = offer(database, draft_quote(counter, (item, 1)))

    with pytest.raises(InvalidQuote):
        database.write(TESTER, lambda tx: quotes.accept_quote(tx, quote.id, seen=1, by=Accepter.DEALER))
    order = database.write(
        TESTER,
        lambda tx: quotes.accept_quote(tx, quote.id, seen=1, by=Accepter.DEALER, note="Called on Monday"),
    )

    assert order.channel is Channel.ORDER_ENTRY
    assert quote_now(database, quote).decision_note == "Called on Monday"


def test_a_store_may_want_the_buyers_reference(database: Database) -> None:
    counter = make_counter(database, requires_order_reference=True)
    item = stock_item(database, counter)
    quote = offer(database, draft_quote(counter, (item, 1)))

    with pytest.raises(InvalidQuote) as refused:
        accept(database, quote)

    assert [violation.field for violation in refused.value.violations] == ["reference"]
    assert accept(database, quote, reference="PO 8").terms.reference == "PO 8"


def test_what_was_revised_is_not_accepted_as_it_was(database: Database, counter: Counter, item: int) -> None:
    quote = offer(database, draft_quote(counter, (item, 1)))
    dearer = draft_quote(counter, lines=(QuotedItem(item, 2, Decimal("95.00")),))
    database.write(TESTER, lambda tx: quotes.revise_quote(tx, quote.id, dearer, seen=1))

    with pytest.raises(QuoteOutdated):
        accept(database, quote)
    with pytest.raises(QuoteOutdated):
        database.write(TESTER, lambda tx: quotes.revise_quote(tx, quote.id, dearer, seen=1))

    now = quote_now(database, quote)
    assert (now.revision, [(line.quantity, line.price_each) for line in now.lines]) == (2, [(2, Decimal("95.00"))])
    assert accept(database, quote, seen=2).subtotal == Decimal("190.00")


def test_a_quote_stays_with_its_customer(database: Database, counter: Counter, item: int) -> None:
    quote = offer(database, draft_quote(counter, (item, 1)))
    other = draft_quote(counter, (item, 1), customer_id=None, name="Gus", email="gus@guest.example")

    with pytest.raises(UnknownQuote):
        database.write(TESTER, lambda tx: quotes.revise_quote(tx, quote.id, other, seen=1))

    assert quote_now(database, quote) == quote


def test_what_was_withdrawn_is_over(database: Database, counter: Counter, item: int) -> None:
    quote = offer(database, draft_quote(counter, (item, 1)))
    database.write(TESTER, lambda tx: quotes.withdraw_quote(tx, quote.id, note="Sold elsewhere"))

    for verb in (
        lambda: accept(database, quote),
        lambda: database.write(TESTER, lambda tx: quotes.withdraw_quote(tx, quote.id)),
    ):
        with pytest.raises(QuoteNotOpen):
            verb()

    now = quote_now(database, quote)
    assert (now.state, now.decision_note, now.order_id) == (QuoteState.WITHDRAWN, "Sold elsewhere", None)


def test_a_quote_holds_until_its_last_day_is_over(
    database: Database, counter: Counter, item: int, clock: FixedClock
) -> None:
    today = clock.now().date()
    quote = offer(database, draft_quote(counter, (item, 1), valid_until=today))
    assert quote.state is QuoteState.OPEN

    clock.advance(timedelta(days=1))

    with pytest.raises(QuoteNotOpen):
        accept(database, quote)
    with database.read() as tx:
        assert [each.state for each in quotes.list_quotes(tx, None, state=QuoteState.EXPIRED)] == [QuoteState.EXPIRED]
        assert quotes.list_quotes(tx, None, state=QuoteState.OPEN) == []
        assert quotes.count_quotes(tx, [counter.dealer.id]) == {QuoteState.EXPIRED: 1}
        assert quotes.count_quotes(tx, []) == {}


def test_lists_are_of_ones_own_dealers_newest_first(database: Database, counter: Counter, item: int) -> None:
    first, second = (offer(database, draft_quote(counter, (item, 1))) for _ in range(2))

    with database.read() as tx:
        assert [each.id for each in quotes.list_quotes(tx, [counter.dealer.id])] == [second.id, first.id]
        assert [each.id for each in quotes.list_quotes(tx, None, before=second.id)] == [first.id]
        assert quotes.list_quotes(tx, [counter.dealer.id + 1]) == []


def test_the_link_leads_to_the_quote_and_no_other_does(database: Database, counter: Counter, item: int) -> None:
    quote = offer(database, draft_quote(counter, (item, 1)))
    link = link_of(database, quote)

    with database.read() as tx:
        assert quotes.get_linked_quote(tx, link) == quote
        with pytest.raises(UnknownQuoteLink):
            quotes.get_linked_quote(tx, f"2{link[1:]}")


def test_a_quote_begins_with_what_the_customer_pays_now(database: Database, counter: Counter, item: int) -> None:
    templates = {"pricing": [{"name": "Dealer", "steps": [{"percent_off": 10}]}]}
    checked = customer_templates.check_templates(templates, "a test")
    database.write(TESTER, lambda tx: customer_templates.put_templates(tx, checked))
    database.write(TESTER, lambda tx: customer_templates.set_dealer_defaults(tx, {counter.dealer.id: "Dealer"}))
    draft = draft_quote(counter, lines=(QuotedItem(item, 1),))

    with database.read() as tx:
        theirs, strangers = quotes.terms_of(tx, counter.customer), quotes.terms_of(tx, None)
    made = [
        database.write(TESTER, lambda tx, t=terms: quotes.make_quote(tx, draft, terms=t))
        for terms in (theirs, strangers)
    ]

    assert [quote.lines[0].price_each for quote in made] == [Decimal("90.00"), Decimal("100.00")]
