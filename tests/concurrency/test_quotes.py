"""Quotes at the same moment: accepted once, as they were seen, and the last units are sold once."""

import pytest

from partscounter.database import Database
from partscounter.domain import orders, quotes
from partscounter.domain.inventory import NotAvailable
from partscounter.domain.orders import Order
from partscounter.domain.quotes import QuoteState
from tests.make.at_once import at_once
from tests.make.counter import TESTER, Counter, make_counter, stock_item, stock_of
from tests.make.quotes import accept, draft_quote, offer, quote_now

AT_ONCE = 6


@pytest.fixture
def counter(database: Database) -> Counter:
    return make_counter(database)


def count_orders(database: Database) -> int:
    with database.read() as tx:
        return orders.count_orders(tx)


def test_a_quote_is_accepted_once(database: Database, counter: Counter) -> None:
    item = stock_item(database, counter)
    quote = offer(database, draft_quote(counter, (item, 1)))

    done = at_once(*[lambda: accept(database, quote)] * AT_ONCE)

    assert sorted(type(each).__name__ for each in done) == ["Order", *["QuoteNotOpen"] * (AT_ONCE - 1)]
    assert (count_orders(database), stock_of(database, item)) == (1, (10, 1))
    assert [quote_now(database, quote).order_id] == [each.id for each in done if isinstance(each, Order)]


def test_the_last_units_are_in_one_of_several_quotes(database: Database, counter: Counter) -> None:
    first, second = (stock_item(database, counter, inventory_id=name, part_code=name) for name in ("1", "2"))
    lines = [(first, 4), (second, 4)]
    made = [offer(database, draft_quote(counter, *(lines if n % 2 else lines[::-1]))) for n in range(AT_ONCE)]

    done = at_once(*[lambda quote=quote: accept(database, quote) for quote in made])

    assert len([each for each in done if isinstance(each, NotAvailable)]) == AT_ONCE - 2
    assert (count_orders(database), stock_of(database, first), stock_of(database, second)) == (2, (10, 8), (10, 8))


def test_a_quote_that_is_accepted_while_it_is_withdrawn_or_revised(database: Database, counter: Counter) -> None:
    item = stock_item(database, counter)
    quote = offer(database, draft_quote(counter, (item, 1)))
    twice = draft_quote(counter, (item, 2))

    done = at_once(
        lambda: accept(database, quote).id,
        lambda: database.write(TESTER, lambda tx: quotes.withdraw_quote(tx, quote.id)).id,
        lambda: database.write(TESTER, lambda tx: quotes.revise_quote(tx, quote.id, twice, seen=1)).id,
    )

    now = quote_now(database, quote)
    ordered = isinstance(done[0], int)
    assert (now.state is QuoteState.ACCEPTED, count_orders(database)) == (ordered, int(ordered))
    assert stock_of(database, item) == (10, int(ordered))
    assert now.revision == (2 if isinstance(done[2], int) else 1)
