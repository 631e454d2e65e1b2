"""Reserving stock for an order after it was placed (asynchronous stores)."""

from partscounter.database import WriteTx
from partscounter.domain import inventory
from partscounter.domain.orders.backorders.promise import Telling
from partscounter.domain.orders.backorders.promise_lead_times import promise_lead_times
from partscounter.domain.orders.events import UnitsMoved
from partscounter.domain.orders.line import OrderLine
from partscounter.domain.orders.lines.store import save_lines
from partscounter.domain.orders.lookup import get_order, lock_order
from partscounter.domain.orders.order import Order
from partscounter.domain.orders.quantities import Move, Stage


def reserve_order(tx: WriteTx, order_id: int) -> Order:
    """Hold stock for the open units of the order, the rest on back order. Done before, it changes nothing."""
    order = lock_order(tx, order_id)
    waiting = [line for line in order.lines if line.item_id is not None and line.quantities.open]
    if not waiting:
        return order
    left = inventory.reserve(tx, _wanted(waiting))
    moves: dict[int, list[Move]] = {}
    changed: list[OrderLine] = []
    for line in waiting:
        held = min(line.quantities.open, left[line.item_id or 0])
        left[line.item_id or 0] -= held
        moves[line.number] = _moves(line, held)
        after = line.quantities.after(moves[line.number])
        changed.append(line._replace(quantities=after, allocated=line.allocated + held))
    save_lines(tx, changed)
    tx.emit(UnitsMoved(order_id=order.id, reason="reserved", moves=moves))
    after_it = get_order(tx, order_id)
    promise_lead_times(tx, after_it, first_told=Telling.MAIL)
    return after_it


def _wanted(lines: list[OrderLine]) -> dict[int, int]:
    wanted: dict[int, int] = {}
    for line in lines:
        if line.item_id is not None:
            wanted[line.item_id] = wanted.get(line.item_id, 0) + line.quantities.open
    return wanted


def _moves(line: OrderLine, held: int) -> list[Move]:
    moves = [
        Move(Stage.OPEN, Stage.RESERVED, held),
        Move(Stage.OPEN, Stage.BACKORDER, line.quantities.open - held),
    ]
    return [move for move in moves if move.units]
