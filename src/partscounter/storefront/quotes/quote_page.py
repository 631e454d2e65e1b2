"""`/quote/{link}`: what is offered at which price and until when, for whoever holds the link; a button accepts it."""

from http import HTTPStatus

from starlette.responses import Response

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import dealers, inventory, orders, quotes
from partscounter.domain.inventory import NotAvailable
from partscounter.domain.quotes import Accepter, InvalidQuote, Quote, QuoteNotOpen, QuoteOutdated, QuoteState
from partscounter.web.desk import Desk
from partscounter.web.visits import Visit, go_to


class QuotePage:
    """Looking changes nothing, since programs look at every link in a mail."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        return self._page(visit)

    def accept(self, visit: Visit) -> Response:
        """Order all of it, at the prices that were seen; then the order's own page."""
        with visit.app.database.read() as tx:
            quote = quotes.get_linked_quote(tx, visit.path("link"))
        seen = visit.field("seen")

        def order(tx: WriteTx) -> str:
            revision = int(seen) if seen == str(quote.revision) else 0
            reference = visit.field("reference")
            placed = quotes.accept_quote(tx, quote.id, seen=revision, by=Accepter.CUSTOMER, reference=reference)
            if visit.account is not None:
                orders.note_buyer(tx, placed, visit.account.id)
            return orders.sign_order_link(tx, placed)

        try:
            link = visit.app.database.write(visit.actor, order)
        except InvalidQuote as refused:
            wrong = "required" if not visit.field("reference") else refused.violations[0].issue
            return self._page(visit, HTTPStatus.BAD_REQUEST, wrong=wrong)
        except NotAvailable:
            return self._page(visit, HTTPStatus.CONFLICT, problem="not_there")
        except QuoteOutdated:
            return self._page(visit, HTTPStatus.CONFLICT, problem="changed")
        except QuoteNotOpen:
            return self._page(visit, HTTPStatus.CONFLICT)  # the page says what has become of it
        return go_to(f"/order/{link}?done=ordered")

    def _page(self, visit: Visit, status: int = HTTPStatus.OK, *, problem: str = "", wrong: str = "") -> Response:
        with visit.app.database.read() as tx:
            quote = quotes.get_linked_quote(tx, visit.path("link"))
            store, dealer = dealers.get_store(tx, quote.store_id), dealers.get_dealer(tx, quote.dealer_id)
            short = _short(tx, quote)
        return self._desk.show(
            visit,
            "quotes/quote.html",
            status,
            quote=quote,
            store=store,
            seller=store.company or dealer.name,
            short=short,
            order_link=self._order_link(visit, quote),
            problem=problem,
            wrong=wrong,
            reference=visit.field("reference"),
        )

    def _order_link(self, visit: Visit, quote: Quote) -> str:
        """Of what it became; empty while it is a quote."""
        if quote.order_id is None:
            return ""
        with visit.app.database.read() as tx:
            order = orders.get_order(tx, quote.order_id)
        return visit.app.database.write(visit.actor, lambda tx: orders.sign_order_link(tx, order))


def _short(tx: ReadTx, quote: Quote) -> frozenset[int]:
    """The items of which there are fewer now than are offered."""
    if quote.state is not QuoteState.OPEN:
        return frozenset()
    items = inventory.load_items(tx, {line.item_id for line in quote.lines})
    return frozenset(line.item_id for line in quote.lines if items[line.item_id].available < line.quantity)
