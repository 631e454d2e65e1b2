"""Reading returns, and holding one while it is changed."""

from collections.abc import Collection

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import orders
from partscounter.domain.orders import Order
from partscounter.domain.returns import store as sql
from partscounter.domain.returns.errors import UnknownReturn, WrongReturnState
from partscounter.domain.returns.goods_return import GoodsReturn, ReturnState, returnable_units


def get_return(tx: ReadTx, return_id: int) -> GoodsReturn:
    """By id; refuses with UnknownReturn."""
    found = sql.returns_with(tx, id=return_id)
    if not found:
        raise UnknownReturn(f"There is no return {return_id}.")
    return found[0]


def list_returns(tx: ReadTx, order_id: int) -> list[GoodsReturn]:
    """Every return of an order, oldest first."""
    return sql.returns_with(tx, order_id=order_id)


def list_returns_of_orders(tx: ReadTx, order_ids: Collection[int]) -> list[GoodsReturn]:
    """The returns of some hundreds of orders at once, the newest first."""
    return sql.returns_of_orders(tx, order_ids)[::-1] if order_ids else []


def hold_return(tx: WriteTx, return_id: int, *states: ReturnState) -> tuple[GoodsReturn, Order]:
    """The return and its order as they are now, held until the transaction ends.

    The order is what is locked, as everywhere: whatever is done to its returns at the same moment waits. Refuses with
    UnknownReturn, and with WrongReturnState unless the return is in one of `states`.
    """
    order = orders.lock_order(tx, get_return(tx, return_id).order_id)
    found = get_return(tx, return_id)
    if found.state not in states:
        raise WrongReturnState(f"{found.number} is {found.state.value}.")
    return found, order


def find_differences(tx: ReadTx) -> list[tuple[int, int]]:
    """Order id and line number of every line of which more units came back than were shipped; none, if all is well."""
    wrong = []
    for order_id in sql.orders_with_returns(tx):
        order, known = orders.get_order(tx, order_id), list_returns(tx, order_id)
        wrong += [(order_id, line.number) for line in order.lines if returnable_units(line, known) < 0]
    return wrong
