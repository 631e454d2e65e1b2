"""Returns to test with."""

from functools import partial

from partscounter.database import Database
from partscounter.domain import returns
from partscounter.domain.orders import Order
from partscounter.domain.returns import GoodsReturn, Inspected, Requester
from tests.make.counter import TESTER


def ask(database: Database, order: Order, units: int, by: Requester = Requester.DEALER) -> GoodsReturn:
    """A return of units of the first line."""
    verb = partial(returns.request_return, order_id=order.id, units={1: units}, requested_by=by, reason="too long")
    return database.write(TESTER, verb)


def authorise(database: Database, goods: GoodsReturn) -> GoodsReturn:
    return database.write(TESTER, lambda tx: returns.authorise_return(tx, goods.id, note="by Friday"))


def receive(database: Database, goods: GoodsReturn, restock: int = 0, scrap: int = 0) -> GoodsReturn:
    came = {1: Inspected(restock, scrap)}
    return database.write(TESTER, lambda tx: returns.receive_return(tx, goods.id, came))


def credit(database: Database, goods: GoodsReturn) -> GoodsReturn:
    return database.write(TESTER, lambda tx: returns.credit_return(tx, goods.id))
