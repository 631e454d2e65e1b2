"""The core charges of an order, for their ledger."""

from collections.abc import Mapping, Sequence

from partscounter.database import WriteTx
from partscounter.domain import cores
from partscounter.domain.cores import CoreCharge
from partscounter.domain.orders.movable import MovableOrder
from partscounter.domain.orders.order import Order
from partscounter.domain.orders.quantities import NOT_SHIPPED, Move, Stage


def open_core_deposits(tx: WriteTx, order: Order) -> None:
    """Open a ledger for every line with a core charge, on the dealer's terms of today."""
    charged = [line for line in order.lines if line.price.core]
    if not charged:
        return
    terms = cores.get_core_terms(tx, order.dealer_id)
    charges = [
        CoreCharge(
            order_id=order.id,
            line_number=line.number,
            dealer_id=order.dealer_id,
            customer_id=order.customer_id,
            currency=order.currency,
            each=line.price.core,
            terms=terms,
        )
        for line in charged
    ]
    cores.open_deposits(tx, charges, {line.number: line.quantity for line in charged})


def note_core_moves(tx: WriteTx, order: Order | MovableOrder, moves: Mapping[int, Sequence[Move]]) -> None:
    """Tell the ledgers of the units that were shipped or cancelled."""
    charged = {line.number: moves.get(line.number, ()) for line in order.lines if line.core}
    shipped = {number: _units(made, shipped=True) for number, made in charged.items()}
    cancelled = {number: _units(made, shipped=False) for number, made in charged.items()}
    if any(shipped.values()) or any(cancelled.values()):
        cores.note_moves(tx, order.id, shipped, cancelled)


def _units(moves: Sequence[Move], *, shipped: bool) -> int:
    left = [move for move in moves if move.source in NOT_SHIPPED and move.target not in NOT_SHIPPED]
    return sum(move.units for move in left if (move.target is not Stage.CANCELLED) == shipped)
