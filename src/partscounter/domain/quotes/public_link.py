"""One address for a quote that needs no sign-in: whoever holds the link sees the offer and can accept it."""

from typing import Final

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import access
from partscounter.domain.quotes.errors import UnknownQuoteLink
from partscounter.domain.quotes.lookup import get_quote
from partscounter.domain.quotes.quote import Quote

_PURPOSE: Final = "quote"


def sign_quote_link(tx: WriteTx, quote: Quote) -> str:
    """The last part of the address of the quote's public page."""
    return access.sign_link(tx, _PURPOSE, str(quote.id))


def get_linked_quote(tx: ReadTx, link: str) -> Quote:
    """The quote of a link. Refuses with UnknownQuoteLink."""
    subject = access.read_link(tx, _PURPOSE, link)
    if subject is None:
        raise UnknownQuoteLink("This link is not known here.")
    return get_quote(tx, int(subject))
