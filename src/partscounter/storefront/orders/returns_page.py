"""What goes back: returns of goods, and the old parts that deposits were paid for."""

from typing import Final

from starlette.responses import Response

from partscounter.database import WriteTx
from partscounter.domain import cores, dealers, orders, returns
from partscounter.domain.returns import UnknownReturn, WrongReturnState
from partscounter.storefront.orders.facts import due_day
from partscounter.storefront.orders.theirs import orders_of
from partscounter.web.desk import Desk
from partscounter.web.row_number import id_in
from partscounter.web.sign_in_first import sign_in_first
from partscounter.web.visits import Visit, go_to

_ORDERS: Final = 500
"""The newest so many orders are looked at."""


class ReturnsPage:
    """`/shop/returns`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        return sign_in_first(visit) if visit.account is None else self._page(visit)

    def withdraw(self, visit: Visit) -> Response:
        """Give up a return of which nothing has come yet. One of somebody else is not there, like an unknown one."""
        number, wanted = id_in(visit, "number"), orders_of(visit.signed_in)

        def withdraw(tx: WriteTx) -> None:
            found = returns.get_return(tx, number)
            if orders.find_order_of_buyer(tx, wanted, found.order_id) is None:
                raise UnknownReturn("There is no such return.")
            returns.withdraw_return(tx, found.id)

        try:
            visit.app.database.write(visit.actor, withdraw)
        except WrongReturnState:
            return self._page(visit, 409, problem="too_late")
        return go_to("/shop/returns?done=withdrawn")

    def _page(self, visit: Visit, status: int = 200, *, problem: str = "") -> Response:
        account = visit.signed_in
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
            status,
            problem=problem,
            is_withdrawn=visit.query.first("done") == "withdrawn",
            orders=by_id,
            lines=lines,
            stores=stores,
            sent_back=sent_back,
            owed=owed,
            due_day=due_day,
        )
