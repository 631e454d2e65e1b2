"""Reading quotes."""

from collections.abc import Collection

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.quotes import store as sql
from partscounter.domain.quotes.errors import QuoteNotOpen, QuoteOutdated, UnknownQuote
from partscounter.domain.quotes.quote import Quote, QuoteState


def get_quote(tx: ReadTx, quote_id: int) -> Quote:
    """By its id; refuses with UnknownQuote."""
    return _known(sql.find_quote(tx, quote_id), quote_id)


def list_quotes(
    tx: ReadTx,
    dealers: Collection[int] | None,
    *,
    state: QuoteState | None = None,
    before: int | None = None,
    limit: int = 50,
) -> list[Quote]:
    """Of these dealers, or of all for None; newest first, with ids below `before`."""
    return sql.newest_quotes(tx, dealers, state, before, limit)


def count_quotes(tx: ReadTx, dealers: Collection[int] | None) -> dict[QuoteState, int]:
    """How many there are in each state; a state without any is left out."""
    return sql.count_quotes(tx, dealers)


def lock_open_quote(tx: WriteTx, quote_id: int, *, seen: int | None = None) -> Quote:
    """Held until the transaction ends. Refuses with UnknownQuote, QuoteNotOpen, and QuoteOutdated if not as seen."""
    quote = _known(sql.lock_quote(tx, quote_id), quote_id)
    if quote.state is not QuoteState.OPEN:
        raise QuoteNotOpen(f"The quote {quote.number} is {quote.state.value}.")
    if seen is not None and seen != quote.revision:
        raise QuoteOutdated(f"The quote {quote.number} was revised meanwhile.")
    return quote


def _known(quote: Quote | None, quote_id: int) -> Quote:
    if quote is None:
        raise UnknownQuote(f"There is no quote {quote_id}.")
    return quote
