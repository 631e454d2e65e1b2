"""What a customer waits for, and ending it."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.database import WriteTx
from partscounter.domain.leads import wants
from partscounter.domain.leads.wants import Want
from partscounter.web.desk import Desk
from partscounter.web.row_number import number_of
from partscounter.web.sign_in_first import sign_in_first
from partscounter.web.visits import Visit, go_to

DONE = frozenset({"requested", "noted", "saved", "ended"})


class WantsPage:
    """`/shop/wants`. A visitor is told how to wait for a part without an account."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        customer_id = None if visit.account is None else visit.account.customer_id
        with self._desk.app.database.read() as tx:
            waiting = [] if customer_id is None else wants.list_wants_of(tx, customer_id)
        done = visit.query.first("done") or ""
        return self._desk.show(
            visit,
            "wants/list.html",
            waiting=waiting,
            is_customer=customer_id is not None,
            lifetime=wants.LIFETIME,
            done=done if done in DONE else "",
        )

    def end(self, visit: Visit) -> Response:
        """Stop waiting; a want that is not the customer's is a 404."""
        customer_id = None if visit.account is None else visit.account.customer_id
        if customer_id is None:
            return sign_in_first(visit)
        want_id = number_of(visit.field("want"))
        if want_id is None:
            raise HTTPException(404)

        def end(tx: WriteTx) -> Want:
            return wants.end_want_of(tx, customer_id, want_id)

        self._desk.app.database.write(visit.actor, end)
        return go_to("/shop/wants?done=ended")
