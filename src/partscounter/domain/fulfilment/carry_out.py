"""Carrying out what was planned for an update: the same whether a dealer's system or a person at the desk says it."""

from typing import TypeVar

from partscounter.database import WriteTx
from partscounter.domain import orders
from partscounter.domain.approvals import Approval, ApprovalDecided, Side
from partscounter.domain.fulfilment import store as sql
from partscounter.domain.fulfilment.errors import AwaitsApproval
from partscounter.domain.fulfilment.events import UpdateTaken
from partscounter.domain.fulfilment.plan import Plan
from partscounter.domain.fulfilment.update import TrackingUpdate
from partscounter.domain.orders import MovableOrder, Order

OrderT = TypeVar("OrderT", Order, MovableOrder)


def carry_out(tx: WriteTx, order: OrderT, update: TrackingUpdate, plan: Plan) -> tuple[OrderT, int]:
    """The order afterwards, and the id of the update. The caller holds the order's lock."""
    update_id = sql.insert_update(tx, order.id, update, plan.warnings)
    orders.note_tracking_status(tx, order.id, update.status.value)
    after = orders.move_units(tx, order, plan.moves, plan.over_shipped)
    tx.emit(
        UpdateTaken(
            order_id=order.id,
            update_id=update_id,
            status=update.status.value,
            moves=plan.moves,
            over_shipped=plan.over_shipped,
        )
    )
    return after, update_id


def agreed(tx: WriteTx, order: OrderT) -> OrderT:
    """The order as one that may be handed over: the customer has agreed, and by handing over so does the dealer.

    Refuses with AwaitsApproval. The caller holds the order's lock.
    """
    check_customer_agreed(order)
    if order.vendor_status is not Approval.PENDING:
        return order
    event = ApprovalDecided(
        order_id=order.id, side=Side.VENDOR, decision=Approval.APPROVED, by=tx.actor.name, is_implied=True
    )
    tx.emit_beside(event)
    return orders.note_approval(tx, order, Side.VENDOR, Approval.APPROVED)


def check_customer_agreed(order: Order | MovableOrder) -> None:
    """Refuses with AwaitsApproval unless nobody has to agree on the customer's side, or somebody did."""
    if order.customer_status is not Approval.APPROVED:
        raise AwaitsApproval(f"The customer has not approved document {order.document_number}.")
