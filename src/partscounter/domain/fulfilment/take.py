"""Taking a tracking update: move the units, settle the stock, store it, say so. A repeat changes nothing."""

from dataclasses import dataclass
from datetime import timedelta

from partscounter.database import WriteTx
from partscounter.domain import orders
from partscounter.domain.approvals import Approval, ApprovalDecided, Side
from partscounter.domain.fulfilment import store as sql
from partscounter.domain.fulfilment.errors import AwaitsApproval, UnknownDocument
from partscounter.domain.fulfilment.events import UpdateRepeated, UpdateTaken
from partscounter.domain.fulfilment.fill import fill_quantities
from partscounter.domain.fulfilment.plan import plan_update
from partscounter.domain.fulfilment.states import HANDS_OVER
from partscounter.domain.fulfilment.update import TrackingUpdate
from partscounter.domain.orders import MovableOrder


@dataclass(frozen=True, slots=True)
class Outcome:
    """The order afterwards, the update's id (None for a repeat), and what is odd about it."""

    order: MovableOrder
    update_id: int | None
    warnings: tuple[str, ...] = ()


def take_update(tx: WriteTx, update: TrackingUpdate, *, repeat_window: timedelta) -> Outcome:
    """Apply `update` to the dealer's document. Refuses with UnknownDocument, AwaitsApproval or PartNotOnDocument.

    It is a repeat, and changes nothing, if it equals the latest update taken for the document, or, where it carries a
    tracking id, any taken within `repeat_window` (zero switches this off). The order is locked first: of two equal
    updates at the same moment one is the repeat.
    """
    order = orders.lock_order_by_document(tx, update.dealer_id, update.document_number)
    if order is None:
        raise UnknownDocument(f"There is no document {update.document_number}.")
    if _is_repeat(tx, order, update, repeat_window):
        tx.emit(UpdateRepeated(order_id=order.id, status=update.status.value))
        return Outcome(order, None)
    if update.status in HANDS_OVER:
        order = _agreed(tx, order)
    counted = fill_quantities(order, update) if update.takes_what_is_open else update
    plan = plan_update(order, counted)
    update_id = sql.insert_update(tx, order.id, counted, plan.warnings)
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
    return Outcome(after, update_id, tuple(plan.warnings))


def _agreed(tx: WriteTx, order: MovableOrder) -> MovableOrder:
    """The order as one that may be handed over: the customer has agreed, and by handing over so does the dealer."""
    if order.customer_status is not Approval.APPROVED:
        raise AwaitsApproval(f"The customer has not approved document {order.document_number}.")
    if order.vendor_status is not Approval.PENDING:
        return order
    event = ApprovalDecided(
        order_id=order.id, side=Side.VENDOR, decision=Approval.APPROVED, by=tx.actor.name, is_implied=True
    )
    tx.emit_beside(event)
    return orders.note_approval(tx, order, Side.VENDOR, Approval.APPROVED)


def _is_repeat(tx: WriteTx, order: MovableOrder, update: TrackingUpdate, window: timedelta) -> bool:
    if window <= timedelta(0):
        return False
    since = tx.now - window if update.shipment.tracking_id else None
    return sql.is_repeat(tx, order.id, update.fingerprint, since)
