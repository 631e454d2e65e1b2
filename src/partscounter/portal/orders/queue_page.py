"""`/portal/orders`: what is to be done, one line for each order."""

from starlette.responses import Response

from partscounter.database import ReadTx
from partscounter.domain import customers, dealers
from partscounter.domain.dealers import Dealer, Store
from partscounter.domain.orders import queue
from partscounter.portal.area import StaffDesk, visible_dealers
from partscounter.portal.orders.read_filter import AskedQueue, read_filter
from partscounter.portal.orders.view_row import view_row
from partscounter.portal.orders.words import CHANNELS, STEPS, WORKS
from partscounter.web.visits import Visit

ROWS = 50
_AGES = tuple((str(days), f"{days} days or more" if days > 1 else "1 day or more") for days in queue.AGES)


class QueuePage:
    """The orders that the address asks for."""

    def __init__(self, desk: StaffDesk) -> None:
        self._desk = desk

    def show(self, visit: Visit) -> Response:
        asked = read_filter(visit.query, visit.signed_in)
        with self._desk.desk.app.database.read() as tx:
            seen = visible_dealers(tx, visit.signed_in)
            found = queue.list_queue(
                tx, asked.filter, after=asked.after, oldest_first=asked.oldest_first, limit=ROWS + 1
            )
            counts = queue.count_works(tx, asked.filter.dealers)
            buyers = customers.load_customers(tx, {order.customer_id for order in found if order.customer_id})
            named = customers.get_customer(tx, asked.filter.customer_id) if asked.filter.customer_id else None
            stores = _stores(tx, seen, asked)
            now = tx.now
        shown = found[:ROWS]
        return self._desk.show(
            visit,
            "orders/queue.html",
            asked=asked,
            rows=[view_row(order, buyers, now) for order in shown],
            next_page=asked.address(after=shown[-1].id) if len(found) > ROWS else "",
            works=WORKS,
            counts=counts,
            steps=STEPS,
            dealers=seen,
            names={dealer.id: dealer.name for dealer in seen},
            stores=stores,
            channels=CHANNELS,
            ages=_AGES,
            customer=named if named and _is_of_one_shown(named.dealer_id, seen) else None,
        )


def _is_of_one_shown(dealer_id: int | None, seen: list[Dealer]) -> bool:
    return dealer_id is None or dealer_id in {dealer.id for dealer in seen}


def _stores(tx: ReadTx, seen: list[Dealer], asked: AskedQueue) -> list[Store]:
    """To choose from: those of the one dealer that is asked for, or seen at all."""
    chosen = [dealer for dealer in seen if asked.dealer_id in {None, dealer.id}]
    return dealers.list_stores_of_dealer(tx, chosen[0].id) if len(chosen) == 1 else []
