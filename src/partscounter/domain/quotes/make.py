"""Making a quote, and changing one that nobody has taken yet."""

from partscounter.database import WriteTx
from partscounter.domain.customer_templates import EVERYBODY, EndUserTerms
from partscounter.domain.quotes import store as sql
from partscounter.domain.quotes.check import Checked, check
from partscounter.domain.quotes.draft import QuoteDraft
from partscounter.domain.quotes.errors import UnknownQuote
from partscounter.domain.quotes.events import QuoteChanged
from partscounter.domain.quotes.lookup import get_quote, lock_open_quote
from partscounter.domain.quotes.quote import Quote, QuoteState


def make_quote(tx: WriteTx, draft: QuoteDraft, *, terms: EndUserTerms = EVERYBODY) -> Quote:
    """An open quote; a line without a price has the one that `terms` make now. Nothing is held for it.

    Refuses with InvalidQuote.
    """
    checked = check(tx, draft, terms)
    values = {
        **_values(draft, checked),
        "dealer_id": draft.dealer_id,
        "customer_id": draft.customer_id,
        "state": QuoteState.OPEN.value,
        "revision": 1,
        "decision_note": "",
        "made_at": tx.now,
        "made_by": tx.actor.name,
        "changed_at": tx.now,
    }
    quote_id = sql.insert_quote(tx, values)
    sql.put_lines(tx, quote_id, checked.lines)
    return announce(tx, quote_id)


def revise_quote(tx: WriteTx, quote_id: int, draft: QuoteDraft, *, seen: int, terms: EndUserTerms = EVERYBODY) -> Quote:
    """The quote with all that `draft` says; dealer and customer stay. `seen` is the revision that was looked at.

    Refuses with UnknownQuote, QuoteNotOpen, QuoteOutdated and InvalidQuote.
    """
    quote = lock_open_quote(tx, quote_id, seen=seen)
    if (quote.dealer_id, quote.customer_id) != (draft.dealer_id, draft.customer_id):
        raise UnknownQuote("This is the quote of another dealer or customer.")
    checked = check(tx, draft, terms)
    sql.update_quote(tx, quote_id, revision=quote.revision + 1, **_values(draft, checked))
    sql.put_lines(tx, quote_id, checked.lines)
    return announce(tx, quote_id)


def announce(tx: WriteTx, quote_id: int) -> Quote:
    """Say in the history what has become of the quote; the quote as it is now."""
    quote = get_quote(tx, quote_id)
    tx.emit(QuoteChanged(quote))
    return quote


def _values(draft: QuoteDraft, checked: Checked) -> dict[str, object]:
    return {
        "store_id": checked.store.id,
        "currency": checked.store.currency,
        "tax_rate": checked.store.tax_rate,
        "name": checked.name,
        "email": checked.email,
        "note": draft.note,
        "valid_until": draft.valid_until,
    }
