"""Quotes: what a dealer offers somebody at which prices, until it is accepted and an order."""

from partscounter.domain.quotes.accept import accept_quote
from partscounter.domain.quotes.draft import LONGEST_NOTE, LONGEST_TEXT, MOST_LINES, QuotedItem, QuoteDraft
from partscounter.domain.quotes.errors import (
    InvalidQuote,
    QuoteNotOpen,
    QuoteOutdated,
    UnknownQuote,
    UnknownQuoteLink,
)
from partscounter.domain.quotes.events import QuoteChanged
from partscounter.domain.quotes.lookup import count_quotes, get_quote, list_quotes
from partscounter.domain.quotes.make import make_quote, revise_quote
from partscounter.domain.quotes.public_link import get_linked_quote, sign_quote_link
from partscounter.domain.quotes.quote import Accepter, Quote, QuoteLine, QuoteState
from partscounter.domain.quotes.terms_of import terms_of
from partscounter.domain.quotes.withdraw import withdraw_quote

__all__ = [
    "LONGEST_NOTE",
    "LONGEST_TEXT",
    "MOST_LINES",
    "Accepter",
    "InvalidQuote",
    "Quote",
    "QuoteChanged",
    "QuoteDraft",
    "QuoteLine",
    "QuoteNotOpen",
    "QuoteOutdated",
    "QuoteState",
    "QuotedItem",
    "UnknownQuote",
    "UnknownQuoteLink",
    "accept_quote",
    "count_quotes",
    "get_linked_quote",
    "get_quote",
    "list_quotes",
    "make_quote",
    "revise_quote",
    "sign_quote_link",
    "terms_of",
    "withdraw_quote",
]
