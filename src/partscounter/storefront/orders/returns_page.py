"""What goes back: returns of goods, and the old parts that deposits were paid for."""

from typing import Final

from starlette.responses import Response

from partscounter.domain import cores, dealers, orders, returns
from partscounter.storefront.orders.facts import due_day
from partscounter.storefront.orders.theirs import orders_of
from partscounter.web.desk import Desk
from partscounter.web.sign_in_first import sign_in_first
from partscounter.web.visits import Visit

_ORDERS: Final = 500
"""The newest so many orders are looked at."""


class ReturnsPage:
    """`/shop/returns`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        account = visit.account
        if account is None:
            return sign_in_first(visit)
        with visit.app.database.read() as tx:
            _, found = orders.list_orders_of_buyer(tx, orders_of(account), page=1, size=_ORDERS)
            by_id = {order.id: order for order in found}
            sent_back = returns.list_returns_of_orders(tx, by_id.keys())
            balances = cores.load_balances(tx, by_id.keys())
            stores = dealers.load_stores(tx, {order.store_id for order in found})
        lines = {(order.id, line.number): line for order in found for line in order.lines}
        owed = [each for each in balances.values() if each.outstanding_units]
        return self._desk.show(
            visit,
            "orders/returns.html",
            orders=by_id,
            lines=lines,
            stores=stores,
            sent_back=sent_back,
            owed=owed,
            due_day=due_day,
        )
