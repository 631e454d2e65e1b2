"""Who waits for what, how far it has come, ending it, and what wants have brought in."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from partscounter.domain import customers
from partscounter.domain.leads import wants
from partscounter.domain.leads.wants import UnknownWant, WantsWanted
from partscounter.portal.area import StaffDesk, visible_dealers
from partscounter.portal.paging import SIZE, offset_of, paging_of
from partscounter.portal.served import serves
from partscounter.web.row_number import id_in
from partscounter.web.visits import Visit, go_to

LONGEST_SEARCH = 200


class WaitingPages:
    """`/portal/leads/wants` and `/portal/leads/recovered`."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def list(self, visit: Visit) -> Response:
        account, text = visit.signed_in, (visit.query.first("q") or "").strip()[:LONGEST_SEARCH]
        with self._desk.desk.app.database.read() as tx:
            wanted = WantsWanted(text, account.dealers_seen)
            total, found = wants.search_waiting(tx, wanted, offset=offset_of(visit), limit=SIZE)
            names = {dealer.id: dealer.name for dealer in visible_dealers(tx, account)}
            waiters = {each.want.draft.waiting.customer_id for each in found}
            known = customers.load_customers(tx, {key for key in waiters if key is not None})
            foreign = {key for key, customer in known.items() if not serves(account, customer)}
        return self._desk.show(
            visit,
            "leads/wants.html",
            waiting=found,
            names=names,
            text=text,
            paging=paging_of(visit, total),
            foreign=foreign,
            ends_all=account.dealers_seen is None,
            done=visit.query.first("done") or "",
        )

    def end(self, visit: Visit) -> Response:
        """Nobody waits any longer. What is wanted of several dealers only an operator ends."""
        want_id, served = id_in(visit, "want"), visit.signed_in.dealers_seen
        try:
            self._desk.desk.app.database.write(visit.actor, lambda tx: wants.end_want_of_dealer(tx, want_id, served))
        except UnknownWant:
            raise HTTPException(404) from None
        return go_to("/portal/leads/wants?done=ended")

    def recovered(self, visit: Visit) -> Response:
        with self._desk.desk.app.database.read() as tx:
            dealers = {dealer.id: dealer for dealer in visible_dealers(tx, visit.signed_in)}
            found = [each for each in wants.count_recovered(tx) if each.dealer_id in dealers]
        return self._desk.show(visit, "leads/recovered.html", recovered=found[::-1], dealers=dealers)
