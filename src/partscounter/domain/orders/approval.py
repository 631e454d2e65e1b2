"""Whether a new order has to wait for consent, and what was said of it. Who may say it is for others to check."""

from dataclasses import replace
from typing import TypeVar

from partscounter.database import WriteTx
from partscounter.domain import approvals
from partscounter.domain.approvals import Approval, ApprovalWanted, Approver, Side
from partscounter.domain.orders import store as sql
from partscounter.domain.orders.movable import MovableOrder
from partscounter.domain.orders.order import Channel, Order

OrderT = TypeVar("OrderT", Order, MovableOrder)


def begin_approval(tx: WriteTx, order: Order) -> Order:
    """The order with both statuses as it begins.

    A shop that is not the dealer's own sold a sales document, so the dealer has not agreed to it yet; what comes in by
    any other door is the dealer's own offer taken. The customer's consent is wanted where approvers are named.
    """
    known = [] if order.customer_id is None else approvals.list_approvers(tx, order.customer_id)
    amount = order.total + order.cores
    vendor = Approval.PENDING if order.channel is Channel.SALE else Approval.APPROVED
    customer = Approval.PENDING if approvals.wants_approval(known, amount) else Approval.APPROVED
    if (vendor, customer) == (order.vendor_status, order.customer_status):
        return order
    sql.update_order(tx, order.id, vendor_status=vendor.value, customer_status=customer.value)
    return replace(order, vendor_status=vendor, customer_status=customer)


def ask_approvers(tx: WriteTx, order: Order) -> list[Approver]:
    """Ask everybody who may agree to the order as things are now; who was asked."""
    known = [] if order.customer_id is None else approvals.list_approvers(tx, order.customer_id)
    asked = approvals.who_may_approve(known, order.total + order.cores)
    for approver in asked:
        tx.emit(ApprovalWanted(order_id=order.id, approver_id=approver.id))
    return asked


def note_approval(tx: WriteTx, order: OrderT, side: Side, decision: Approval) -> OrderT:
    """Store what one side has said. The caller holds the order's lock."""
    sql.update_order(tx, order.id, **{f"{side.value}_status": decision.value})
    return replace(order, **{f"{side.value}_status": decision})  # type: ignore[arg-type]  # one of two fields of one type
