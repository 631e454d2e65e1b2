"""Keeps what became of a try, together with what follows from it."""

from http import HTTPStatus

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.export.push import store as sql
from partscounter.domain.export.push.delivery import Outcome
from partscounter.domain.export.push.switch_off import switch_off
from partscounter.domain.export.push.target import PushTarget
from partscounter.domain.export.receive import mark_received
from partscounter.domain.orders import Order
from partscounter.jobs import Job

GONE = f"The receiver answered {HTTPStatus.GONE.value}, which says that it wants no more."


def note_delivery(tx: WriteTx, job: Job, target: PushTarget, order: Order, outcome: Outcome) -> int:
    """The number of the delivery. A delivered order is marked received if the dealer wants so; 410 ends the push."""
    if outcome.delivered and target.marks_received:
        mark_received(tx, target.dealer_id, [order.number])
    if outcome.status == HTTPStatus.GONE:
        switch_off(tx, target.dealer_id, GONE, url=target.url)
    values = {
        "target_id": target.id,
        "order_id": order.id,
        "event_id": job.event_id,
        "job_id": job.id,
        "attempt": job.attempts,
        "tried_at": tx.now,
        "status": outcome.status,
        "error": outcome.error,
        "duration_ms": outcome.duration_ms,
    }
    return sql.insert_delivery(tx, values)


def was_delivered(tx: ReadTx, job: Job) -> bool:
    """Whether an earlier try of this job was taken, and its worker died before it could say so.

    A replay counts as a new job: what was taken before it is posted again.
    """
    return sql.has_delivered(tx, job.id, job.due_since, job.attempts)
