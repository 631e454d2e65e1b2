"""Quotes of a counter's dealer to its customer."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from partscounter.database import Database
from partscounter.domain import quotes
from partscounter.domain.orders import Order
from partscounter.domain.quotes import Accepter, Quote, QuotedItem, QuoteDraft
from tests.make.counter import TESTER, Counter

LAST_DAY = date(2099, 12, 31)


def draft_quote(counter: Counter, *lines: tuple[int, int], **more: object) -> QuoteDraft:
    """Of `(item id, quantity)` at 90.00 with a core charge of 5.00, to the counter's customer."""
    said = tuple(QuotedItem(item, quantity, Decimal("90.00"), Decimal("5.00")) for item, quantity in lines)
    draft = QuoteDraft(counter.dealer.id, said, LAST_DAY, customer_id=counter.customer.id)
    return replace(draft, **more)  # type: ignore[arg-type]  # fields of any type


def offer(database: Database, draft: QuoteDraft) -> Quote:
    return database.write(TESTER, lambda tx: quotes.make_quote(tx, draft))


def quote_now(database: Database, quote: Quote) -> Quote:
    with database.read() as tx:
        return quotes.get_quote(tx, quote.id)


def accept(database: Database, quote: Quote, *, reference: str = "", seen: int = 1) -> Order:
    """By its customer."""
    return database.write(
        TESTER,
        lambda tx: quotes.accept_quote(tx, quote.id, seen=seen, by=Accepter.CUSTOMER, reference=reference),
    )


def link_of(database: Database, quote: Quote) -> str:
    return database.write(TESTER, lambda tx: quotes.sign_quote_link(tx, quote))
