"""Moving units of an order between stages, with the stock that is held for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from partscounter.database import WriteTx
from partscounter.domain import inventory
from partscounter.domain.orders import store as sql
from partscounter.domain.orders.cores import note_core_moves
from partscounter.domain.orders.line import OrderLine
from partscounter.domain.orders.lines.store import save_lines
from partscounter.domain.orders.movable import MovableLine, MovableOrder
from partscounter.domain.orders.order import Order
from partscounter.domain.orders.quantities import HOLDING, Move, Stage

_LEAVES_THE_SHELF = frozenset({Stage.IN_TRANSIT, Stage.DELIVERED, Stage.INVOICED})
_ON_THE_SHELF = frozenset({Stage.OPEN, Stage.BACKORDER, *HOLDING})

OrderT = TypeVar("OrderT", Order, MovableOrder)
LineT = TypeVar("LineT", OrderLine, MovableLine)


@dataclass
class _Stock:
    """Units of each item to hand out or to give back."""

    held: dict[int, int]
    unheld: dict[int, int]
    back: dict[int, int]


def move_units(
    tx: WriteTx, order: OrderT, moves: Mapping[int, Sequence[Move]], over_shipped: Mapping[int, int] | None = None
) -> OrderT:
    """Make `moves` (by line number) and settle the stock; the order afterwards. The caller holds the order's lock.

    Units that leave the shelf are taken from what is held for the line, then from what is free; units that are
    cancelled give back what was held for them.
    """
    over = over_shipped or {}
    stock = _Stock({}, {}, {})
    changed = [
        _move_line(line, moves.get(line.number, ()), over.get(line.number, 0), stock)
        for line in order.lines
        if moves.get(line.number) or over.get(line.number)
    ]
    save_lines(tx, changed)
    inventory.release(tx, stock.back)
    inventory.hand_out(tx, stock.held, stock.unheld)
    note_core_moves(tx, order, moves)
    by_number = {line.number: line for line in changed}
    after = replace(order, lines=tuple(by_number.get(line.number, line) for line in order.lines))
    return _close(tx, after)


def _move_line(line: LineT, moves: Sequence[Move], over: int, stock: _Stock) -> LineT:
    quantities = line.quantities.after(moves)
    allocated = min(line.allocated, quantities.held)
    if line.item_id is not None:
        given_up = line.allocated - allocated
        shipped = over + sum([m.units for m in moves if m.source in _ON_THE_SHELF and m.target in _LEAVES_THE_SHELF])
        from_hold = min(given_up, shipped)
        if from_hold:
            _add(stock.held, line.item_id, from_hold)
        if shipped > from_hold:
            _add(stock.unheld, line.item_id, shipped - from_hold)
        if given_up > from_hold:
            _add(stock.back, line.item_id, given_up - from_hold)
    return line.with_units(quantities, allocated=allocated, over_shipped=line.over_shipped + over)


def _add(units: dict[int, int], item_id: int, more: int) -> None:
    units[item_id] = units.get(item_id, 0) + more


def _close(tx: WriteTx, order: OrderT) -> OrderT:
    """Note the moment when nothing of the order is left to ship."""
    finished = not any(line.quantities.to_ship for line in order.lines)
    if finished == (order.closed_at is not None):
        return order
    closed_at = tx.now if finished else None
    sql.update_order(tx, order.id, closed_at=closed_at)
    return replace(order, closed_at=closed_at)
