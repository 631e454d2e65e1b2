"""Orders that wait to be downloaded, some at a time: there may be 100,000 of them."""

from partscounter.database import ReadTx
from partscounter.domain import orders
from partscounter.domain.export import store as sql
from partscounter.domain.export.consumer import Consumer
from partscounter.domain.orders import PricedOrder

ORDERS_AT_ONCE = 200
LINES_AT_ONCE = 1000
"""Lines are what fills memory: an order may have 1,000 of them."""


def list_waiting(
    tx: ReadTx, dealer_id: int, *, after: int, consumer: Consumer | None = None, at_most: int = ORDERS_AT_ONCE
) -> list[PricedOrder]:
    """The dealer's next orders not marked received, by ascending id above `after`, every resubmission included.

    What a named consumer has is told apart from what the contract's own has, and others.

    Few enough to be held in memory: at most `at_most`, and at most 1,000 lines unless the first alone has more. Empty
    when there are no more.
    """
    ids: list[int] = []
    lines = 0
    for order_id, line_count in sql.waiting_sizes(tx, dealer_id, consumer, after, at_most):
        lines += line_count
        if ids and lines > LINES_AT_ONCE:
            break
        ids.append(order_id)
    return orders.list_priced_orders(tx, ids) if ids else []
