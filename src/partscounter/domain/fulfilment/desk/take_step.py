"""Taking a step: the units move, the stock is settled, the customer is told. The same form sent twice counts once."""

from dataclasses import dataclass
from typing import Final

from partscounter.database import WriteTx
from partscounter.domain import orders
from partscounter.domain.fulfilment.carry_out import agreed, carry_out, check_customer_agreed
from partscounter.domain.fulfilment.desk.errors import OrderChanged
from partscounter.domain.fulfilment.desk.plan_step import plan_step
from partscounter.domain.fulfilment.desk.seen import seen_of
from partscounter.domain.fulfilment.desk.step import Step, StepDraft
from partscounter.domain.fulfilment.update import TrackingStatus
from partscounter.domain.orders import UnitsMoved

_HANDS_OVER: Final = frozenset({Step.PACK, Step.READY, Step.SHIP, Step.HAND_OVER, Step.DELIVER})
_REASONS: Final = {Step.PICK: "picked", Step.PACK: "packed", Step.INVOICE: "invoiced"}


@dataclass(frozen=True, slots=True)
class StepTaken:
    """What came of it."""

    is_repeat: bool = False
    """Whether the same form came before; then nothing was changed."""
    status: TrackingStatus | None = None
    """What the customer is told."""
    warnings: tuple[str, ...] = ()


def take_step(tx: WriteTx, draft: StepDraft) -> StepTaken:
    """Do what `draft` says, once.

    Refuses with UnknownOrder, OrderChanged (the order is not as it was seen), AwaitsApproval and InvalidStep. The order
    is locked, then compared with what was seen: of two people who decide at the same moment one is refused.
    """
    taken: list[StepTaken] = []

    def take() -> str:
        taken.append(_take(tx, draft))
        return ""

    key = draft.fingerprint
    orders.once(tx, scope=f"desk:{draft.order_id}", key=key, body=key.encode(), do=take)
    return taken[0] if taken else StepTaken(is_repeat=True)


def _take(tx: WriteTx, draft: StepDraft) -> StepTaken:
    order = orders.lock_order(tx, draft.order_id)
    if seen_of(tx, order) != draft.seen:
        raise OrderChanged(f"Order {order.number} has changed since this page was opened.")
    planned = plan_step(order, draft)
    if draft.step is Step.PICK:
        check_customer_agreed(order)
    elif draft.step in _HANDS_OVER:
        order = agreed(tx, order)
    if planned.update is None:
        orders.move_units(tx, order, planned.plan.moves)
        tx.emit(UnitsMoved(order_id=order.id, reason=_REASONS[draft.step], moves=planned.plan.moves))
        return StepTaken()
    carry_out(tx, order, planned.update, planned.plan)
    return StepTaken(status=planned.update.status, warnings=tuple(planned.plan.warnings))
