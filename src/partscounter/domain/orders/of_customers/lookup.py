"""Finding the orders of a customer."""

from collections.abc import Collection

from partscounter.database import ReadTx
from partscounter.domain.orders.of_customers import store as sql
from partscounter.domain.orders.order import Order


def list_orders_of_customer(
    tx: ReadTx, customer_id: int, *, dealer_ids: Collection[int] | None = None, limit: int = 10
) -> tuple[int, list[Order]]:
    """How many there are, and the last ones, the newest first; without those that were submitted again.

    Those of some dealers, where these are given.
    """
    return sql.orders_of_customer(tx, customer_id, dealer_ids, limit)
