"""The quote that an address names, for somebody who may see it."""

from partscounter.database import ReadTx
from partscounter.domain import quotes
from partscounter.domain.quotes import Quote
from partscounter.portal.area import require_dealer
from partscounter.web.row_number import id_in
from partscounter.web.visits import Visit


def find_quote(tx: ReadTx, visit: Visit) -> Quote:
    """Unknown and foreign quotes answer 404 alike."""
    quote = quotes.get_quote(tx, id_in(visit, "quote"))
    require_dealer(visit.signed_in, quote.dealer_id)
    return quote
