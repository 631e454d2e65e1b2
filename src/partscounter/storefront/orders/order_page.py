"""One order, for whoever has bought it."""

from starlette.responses import Response

from partscounter.domain.notifications import wording_in
from partscounter.storefront.orders.facts import due_day, load_facts
from partscounter.storefront.orders.theirs import get_own_order
from partscounter.web.desk import Desk
from partscounter.web.sign_in_first import sign_in_first
from partscounter.web.visits import Visit, go_to


class OrderPage:
    """`/shop/orders/{id}`. Two sellers may give the same number, so that the address has our own."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        if visit.account is None:
            return sign_in_first(visit)
        with visit.app.database.read() as tx:
            order = get_own_order(tx, visit)
            facts = load_facts(tx, order)
        if str(order.id) != visit.path("id"):  # submitted again since
            return go_to(f"/shop/orders/{order.id}")
        done = visit.query.first("done") or ""
        return self._desk.show(
            visit,
            "orders/order.html",
            facts=facts,
            order=order,
            done=done,
            due_day=due_day,
            wording=wording_in(visit.language),
        )
