"""Holding stock that has arrived for the units that wait for it, the oldest order first."""

from partscounter.database import ReadTx, WriteTx
from partscounter.domain import inventory
from partscounter.domain.orders.backorders import store as sql
from partscounter.domain.orders.events import UnitsMoved
from partscounter.domain.orders.line import OrderLine
from partscounter.domain.orders.lines.store import save_lines
from partscounter.domain.orders.lookup import lock_order
from partscounter.domain.orders.quantities import Move, Stage


def list_waiting_items(tx: ReadTx, item_ids: set[int]) -> list[int]:
    """Those of the items that units on back order wait for, ascending."""
    return sql.waiting_items(tx, item_ids)


def list_waiting_orders(tx: ReadTx, item_id: int) -> list[int]:
    """The ids of the orders with units of the item on back order, in the order in which they came in."""
    return sql.waiting_orders(tx, item_id)


def reserve_arrived(tx: WriteTx, order_id: int, item_id: int) -> bool:
    """Hold what there is of the item for the back-ordered units of the order; whether all of them have it now.

    Who goes through the waiting orders, the oldest first, must stop at the first that is still short: what arrives
    later belongs to that one. Done before, it changes nothing. Refuses with UnknownOrder.
    """
    order = lock_order(tx, order_id)
    waiting = [line for line in order.lines if line.item_id == item_id and line.quantities.backorder]
    wanted = sum(line.quantities.backorder for line in waiting)
    if not wanted:
        return True
    held = inventory.reserve(tx, {item_id: wanted}).get(item_id, 0)
    left, moves, changed = held, dict[int, list[Move]](), list[OrderLine]()
    for line in waiting:
        units = min(left, line.quantities.backorder)
        if not units:
            break
        left -= units
        moves[line.number] = [Move(Stage.BACKORDER, Stage.RESERVED, units)]
        after = line.quantities.after(moves[line.number])
        changed.append(line._replace(quantities=after, allocated=line.allocated + units))
    if changed:
        save_lines(tx, changed)
        tx.emit(UnitsMoved(order_id=order.id, reason="arrived", moves=moves))
    return held == wanted
