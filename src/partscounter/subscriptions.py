"""The one table of what an event causes. The jobs are written in the event's own transaction: both exist or neither."""

from collections.abc import Callable, Mapping

from partscounter import jobs
from partscounter.database import WriteTx
from partscounter.domain.fulfilment import UpdateTaken
from partscounter.domain.leads import LeadLogged
from partscounter.domain.orders import OrderPlaced
from partscounter.kit.event import Event

SEND_MAIL = "send_mail"
SEND_LEAD_MAIL = "send_lead_mail"
RESERVE_ORDER = "reserve_order"

Payload = Mapping[str, object]


def _confirmation(event: Payload) -> Payload:
    return {"order": event["order"], "update": None}


def _notification(event: Payload) -> Payload:
    return {"order": event["order"], "update": event["update"]}


def _lead(event: Payload) -> Payload:
    return {"lead": event["lead"]}


def _reservation(event: Payload) -> Payload | None:
    return {"order": event["order"]} if event["reserve_later"] else None


SUBSCRIPTIONS: Mapping[str, tuple[tuple[str, Callable[[Payload], Payload | None]], ...]] = {
    OrderPlaced.kind: ((SEND_MAIL, _confirmation), (RESERVE_ORDER, _reservation)),
    UpdateTaken.kind: ((SEND_MAIL, _notification),),
    LeadLogged.kind: ((SEND_LEAD_MAIL, _lead),),
}
"""Event kind → the job kinds that it causes, each with the payload made of the event's data (None: not this time).

The search index causes no job: it follows the log of `inventory.items_changed` by itself.
"""


def enqueue_jobs(tx: WriteTx, event: Event, event_id: int) -> None:
    """Write the jobs that `event` causes; one of each kind for one event."""
    for kind, payload_of in SUBSCRIPTIONS.get(event.kind, ()):
        payload = payload_of(event.data())
        if payload is not None:
            jobs.enqueue(tx, kind=kind, key=f"{kind}:{event_id}", payload=payload, event_id=event_id)
