"""The orders that are the visitor's."""

from starlette.exceptions import HTTPException

from partscounter.database import ReadTx
from partscounter.domain import orders
from partscounter.domain.accounts import Account
from partscounter.domain.orders import Order, OrdersWanted
from partscounter.web.row_number import id_in
from partscounter.web.visits import Visit


def orders_of(account: Account, text: str = "") -> OrdersWanted:
    """What the account bought, and what was bought for its customer by any other door."""
    return OrdersWanted(account.id, account.customer_id, text)


def get_own_order(tx: ReadTx, visit: Visit) -> Order:
    """The order that the address names. One of somebody else is not there, like an unknown one."""
    found = orders.find_order_of_buyer(tx, orders_of(visit.signed_in), id_in(visit, "id"))
    if found is None:
        raise HTTPException(404)
    return found
