"""What was promised, to whoever asks."""

from collections.abc import Collection, Mapping
from datetime import date

from partscounter.database import ReadTx
from partscounter.domain.orders import store as orders_sql
from partscounter.domain.orders.backorders import store as sql
from partscounter.domain.orders.backorders.promise import Promise
from partscounter.domain.orders.order import Order


def list_promises(tx: ReadTx, order_id: int) -> list[Promise]:
    """Every promise for the order, the oldest first."""
    return sql.promises_of_orders(tx, [order_id])


def load_promises(tx: ReadTx, ids: Collection[int]) -> list[Promise]:
    """The promises with these ids, the oldest first."""
    return sql.promises_with(tx, ids)


def promised_days(tx: ReadTx, order: Order) -> Mapping[int, date]:
    """Line number → the date promised now, of the lines that have units on back order."""
    waiting = {line.number for line in order.lines if line.quantities.backorder}
    if not waiting:
        return {}
    promised = {promise.line_number: promise.day for promise in sql.promises_of_orders(tx, [order.id])}
    return {number: day for number, day in promised.items() if number in waiting}


def list_overdue(tx: ReadTx, dealer_id: int | None = None) -> list[tuple[Order, Promise]]:
    """The newest promise of each line whose day is over while units are still on back order, the longest due first."""
    ids = sql.orders_on_back_order(tx, dealer_id)
    newest = {promise.line_id: promise for promise in sql.promises_of_orders(tx, ids)}
    late = [promise for promise in newest.values() if promise.day < tx.now.date()]
    found = {order.id: order for order in orders_sql.orders_by_id(tx, sorted({each.order_id for each in late}))}
    waiting = {line.id for order in found.values() for line in order.lines if line.quantities.backorder}
    overdue = [(found[each.order_id], each) for each in late if each.line_id in waiting]
    return sorted(overdue, key=lambda pair: (pair[1].day, pair[1].line_id))
