"""Reading the orders of an account."""

from partscounter.database import ReadTx
from partscounter.domain.orders.of_accounts import store as sql
from partscounter.domain.orders.of_accounts.buyer_filter import OrdersWanted
from partscounter.domain.orders.order import Order


def list_orders_of_buyer(tx: ReadTx, wanted: OrdersWanted, *, page: int, size: int) -> tuple[int, list[Order]]:
    """How many there are in all, and those of one page (from 1), the newest first; the last submission of each."""
    return sql.orders_of_buyer(tx, wanted, offset=(page - 1) * size, limit=size)


def find_order_of_buyer(tx: ReadTx, wanted: OrdersWanted, order_id: int) -> Order | None:
    """By id, if it is theirs; of an order that was submitted again, the last submission."""
    return sql.order_of_buyer(tx, wanted, order_id)
