"""The orders that are the visitor's."""

from starlette.exceptions import HTTPException

from partscounter.database import ReadTx
from partscounter.domain import orders
from partscounter.domain.accounts import Account
from partscounter.domain.orders import Order, OrdersWanted
from partscounter.web.visits import Visit

_MOST_DIGITS = 18


def orders_of(account: Account, text: str = "") -> OrdersWanted:
    """What the account bought, and what was bought for its customer by any other door."""
    return OrdersWanted(account.id, account.customer_id, text)


def get_own_order(tx: ReadTx, visit: Visit) -> Order:
    """The order that the address names. One of somebody else is not there, like an unknown one."""
    named = visit.path("id")
    is_id = named.isascii() and named.isdigit() and len(named) <= _MOST_DIGITS
    found = orders.find_order_of_buyer(tx, orders_of(visit.signed_in), int(named)) if is_id else None
    if found is None:
        raise HTTPException(404)
    return found
