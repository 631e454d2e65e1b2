"""`/portal/sales/quotes`: what was offered to whom, and what became of it."""

from typing import Final

from starlette.responses import Response

from partscounter.database import WriteTx
from partscounter.domain import customers, dealers, orders, quotes
from partscounter.domain.quotes import Accepter, QuoteState
from partscounter.kit.refusal import Conflict, Invalid
from partscounter.portal.area import StaffDesk
from partscounter.portal.orders.form_payload import actor_with_form
from partscounter.portal.sales.find_quote import find_quote
from partscounter.web.row_number import number_of
from partscounter.web.visits import Visit, go_to

ROWS: Final = 50
_DONE: Final = {
    "made": "The quote is made. Send its link to the customer.",
    "revised": "The quote is revised; its link stays the same.",
    "accept": "The quote is accepted: the order is placed.",
    "withdraw": "The quote is withdrawn; nobody can accept it any more.",
}


class QuotesPage:
    """The list, one quote, and what the desk decides on it."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def list(self, visit: Visit) -> Response:
        served, text = visit.signed_in.dealers_seen, visit.query.first("state") or ""
        state = QuoteState(text) if text in set(QuoteState) else None
        before = number_of(visit.query.first("before") or "")
        with self._desk.desk.app.database.read() as tx:
            found = quotes.list_quotes(tx, served, state=state, before=before, limit=ROWS + 1)
            counts = quotes.count_quotes(tx, served)
        rows, kept = found[:ROWS], f"state={state.value}&" if state else ""
        return self._desk.show(
            visit,
            "sales/quotes.html",
            rows=rows,
            counts=counts,
            state=state,
            states=list(QuoteState),
            before=before,
            next_page=f"/portal/sales/quotes?{kept}before={rows[-1].id}" if len(found) > ROWS else "",
        )

    def show(self, visit: Visit) -> Response:
        return self._show(visit)

    def take(self, visit: Visit) -> Response:
        """Accept it for the customer, or withdraw it."""
        with self._desk.desk.app.database.read() as tx:
            quote = find_quote(tx, visit)
        note, reference, act = visit.field("note"), visit.field("reference"), visit.field("do")
        seen = number_of(visit.field("seen")) or 0

        def decide(tx: WriteTx) -> None:
            if act == "accept":
                quotes.accept_quote(tx, quote.id, seen=seen, by=Accepter.DEALER, reference=reference, note=note)
            else:
                quotes.withdraw_quote(tx, quote.id, note=note)

        if act not in {"accept", "withdraw"}:
            return self._show(visit, 422, problem="Please choose what to do.")
        try:
            self._desk.desk.app.database.write(actor_with_form(visit), decide)
        except Invalid as refused:
            return self._show(visit, 422, problem=refused.message, problems=_problems(refused))
        except Conflict as refused:
            return self._show(visit, 409, problem=refused.message)
        return go_to(f"/portal/sales/quotes/{quote.id}?done={act}")

    def _show(
        self, visit: Visit, status: int = 200, *, problem: str = "", problems: dict[str, str] | None = None
    ) -> Response:
        with self._desk.desk.app.database.read() as tx:
            quote = find_quote(tx, visit)
            customer = customers.get_customer(tx, quote.customer_id)
            dealer = dealers.get_dealer(tx, quote.dealer_id)
            order = None if quote.order_id is None else orders.get_order(tx, quote.order_id)
        link = self._desk.desk.app.database.write(visit.actor, lambda tx: quotes.sign_quote_link(tx, quote))
        return self._desk.show(
            visit,
            "sales/quote.html",
            status,
            quote=quote,
            customer=customer,
            dealer=dealer,
            order=order,
            link=f"{visit.base_url}/quote/{link}",
            done=_DONE.get(visit.query.first("done") or "", ""),
            problem=problem,
            problems=problems or {},
            act=visit.field("do"),
            note=visit.field("note"),
            reference=visit.field("reference"),
        )


def _problems(refused: Invalid) -> dict[str, str]:
    return {violation.field: violation.issue for violation in refused.violations}
