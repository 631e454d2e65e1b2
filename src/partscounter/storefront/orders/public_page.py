"""What was ordered, for whoever holds the link: how far it is, and no price, name or address."""

from starlette.responses import Response

from partscounter.domain import orders
from partscounter.domain.notifications import wording_in
from partscounter.storefront.orders.facts import load_facts
from partscounter.web.desk import Desk
from partscounter.web.visits import Visit


class PublicPage:
    """`/order/{link}`: one order, or all that one cart became. Mails lead here."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        with visit.app.database.read() as tx:
            found = [load_facts(tx, order) for order in orders.list_linked_orders(tx, visit.path("link"))]
        done = visit.query.first("done") or ""
        return self._desk.show(visit, "orders/public.html", found=found, done=done, wording=wording_in(visit.language))
