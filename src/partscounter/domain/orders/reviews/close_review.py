"""Giving the verdict on a resubmission that replaced every part."""

from enum import StrEnum

from partscounter.database import WriteTx
from partscounter.domain.orders.events import UnitsMoved
from partscounter.domain.orders.lookup import lock_order
from partscounter.domain.orders.move import move_units
from partscounter.domain.orders.order import Order
from partscounter.domain.orders.quantities import NOT_SHIPPED, moves_to_cancel
from partscounter.domain.orders.reviews import store as sql
from partscounter.domain.orders.reviews.errors import NothingToReview
from partscounter.domain.orders.reviews.events import ReviewClosed
from partscounter.domain.orders.reviews.review import Review


class Verdict(StrEnum):
    """What the resubmission is; the values are stored."""

    BOTH_STAND = "both_stand"
    """A new order: both are to be fulfilled."""
    REPLACES = "replaces"
    """A correction: what is left of the earlier submission is cancelled, and its stock given back."""


def close_review(tx: WriteTx, order_id: int, verdict: Verdict, *, note: str = "") -> Review:
    """The review with its verdict. Refuses with NothingToReview.

    Both orders are locked, the earlier first, as everywhere; of two verdicts at the same moment one counts.
    """
    known = sql.find_review(tx, order_id)
    if known is None:
        raise NothingToReview(f"Order {order_id} needs no review.")
    earlier = lock_order(tx, known.replaces)
    lock_order(tx, order_id)
    if not sql.close_review(tx, order_id, verdict.value, note.strip()):
        raise NothingToReview(f"Order {order_id} was reviewed before.")
    tx.emit(ReviewClosed(order_id, known.replaces, verdict.value, note.strip()))
    if verdict is Verdict.REPLACES:
        _give_up(tx, earlier)
    return sql.find_review(tx, order_id) or known


def _give_up(tx: WriteTx, order: Order) -> None:
    moves = {
        line.number: moves_to_cancel(line.quantities, line.quantities.units_in(NOT_SHIPPED)) for line in order.lines
    }
    if any(moves.values()):
        move_units(tx, order, moves)
        tx.emit_beside(UnitsMoved(order_id=order.id, reason="replaced", moves=moves))
