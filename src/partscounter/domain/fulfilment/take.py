"""Taking a tracking update: move the units, settle the stock, store it, say so. A repeat changes nothing."""

from dataclasses import dataclass
from datetime import timedelta

from partscounter.database import WriteTx
from partscounter.domain import orders
from partscounter.domain.fulfilment import store as sql
from partscounter.domain.fulfilment.carry_out import agreed, carry_out
from partscounter.domain.fulfilment.errors import UnknownDocument
from partscounter.domain.fulfilment.events import UpdateRepeated
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
        order = agreed(tx, order)
    counted = fill_quantities(order, update) if update.takes_what_is_open else update
    plan = plan_update(order, counted)
    after, update_id = carry_out(tx, order, counted, plan)
    return Outcome(after, update_id, tuple(plan.warnings))


def _is_repeat(tx: WriteTx, order: MovableOrder, update: TrackingUpdate, window: timedelta) -> bool:
    if window <= timedelta(0):
        return False
    since = tx.now - window if update.shipment.tracking_id else None
    return sql.is_repeat(tx, order.id, update.fingerprint, since)
