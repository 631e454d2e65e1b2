"""Agreeing to a sales document, or rejecting it: for the dealer, or for the customer."""

from partscounter.database import WriteTx
from partscounter.domain import orders
from partscounter.domain.approvals import Approval, ApprovalDecided, Side
from partscounter.domain.orders import NOT_SHIPPED, Order, UnitsMoved, moves_to_cancel
from partscounter.domain.sales.errors import AlreadyDecided, NothingToDecide


def decide(tx: WriteTx, order_id: int, side: Side, decision: Approval, *, by: str, note: str = "") -> Order:
    """The document afterwards. A rejection cancels it and gives its stock back; the same decision again is no change.

    Refuses with UnknownOrder, AlreadyDecided and NothingToDecide. The order is locked first, so of two opposite
    decisions at the same moment one counts and the other is refused.
    """
    order = orders.lock_order(tx, order_id)
    known = status_of(order, side)
    if known is decision:
        return order
    if known is not Approval.PENDING:
        raise AlreadyDecided(f"The {side.value} has {known.value} document {order.document_number} before.")
    if is_over(order):
        raise NothingToDecide(f"Document {order.document_number} is cancelled or replaced.")
    after = orders.note_approval(tx, order, side, decision)
    tx.emit(ApprovalDecided(order_id=order.id, side=side, decision=decision, by=by, note=note))
    return _cancel(tx, after, side) if decision is Approval.REJECTED else after


def status_of(order: Order, side: Side) -> Approval:
    """What the side has said."""
    return order.vendor_status if side is Side.VENDOR else order.customer_status


def is_over(order: Order) -> bool:
    """Whether there is nothing left to agree to."""
    return order.is_void or order.superseded_by is not None


def _cancel(tx: WriteTx, order: Order, side: Side) -> Order:
    moves = {
        line.number: moves_to_cancel(line.quantities, line.quantities.units_in(NOT_SHIPPED)) for line in order.lines
    }
    tx.emit(UnitsMoved(order_id=order.id, reason=f"rejected by the {side.value}", moves=moves))
    return orders.move_units(tx, order, moves)
