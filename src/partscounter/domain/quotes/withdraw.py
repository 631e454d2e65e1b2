"""Withdrawing a quote."""

from partscounter.database import WriteTx
from partscounter.domain.quotes import store as sql
from partscounter.domain.quotes.draft import LONGEST_NOTE
from partscounter.domain.quotes.errors import InvalidQuote
from partscounter.domain.quotes.lookup import lock_open_quote
from partscounter.domain.quotes.make import announce
from partscounter.domain.quotes.quote import Quote, QuoteState
from partscounter.kit.refusal import Violation


def withdraw_quote(tx: WriteTx, quote_id: int, *, note: str = "") -> Quote:
    """Nobody can accept it any more. Refuses with UnknownQuote, QuoteNotOpen and InvalidQuote (a note too long)."""
    lock_open_quote(tx, quote_id)
    if len(note) > LONGEST_NOTE:
        wrong = Violation("note", f"must have at most {LONGEST_NOTE} characters")
        raise InvalidQuote("The quote cannot be withdrawn so.", (wrong,))
    sql.update_quote(tx, quote_id, state=QuoteState.WITHDRAWN.value, decision_note=note)
    return announce(tx, quote_id)
