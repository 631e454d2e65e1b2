"""The one table of what an event causes. The jobs are written in the event's own transaction: both exist or neither."""

from collections.abc import Callable, Iterable, Mapping

from partscounter import jobs
from partscounter.database import WriteTx
from partscounter.domain.export import push
from partscounter.domain.file_imports import FileImportTaken
from partscounter.domain.fulfilment import UpdateTaken
from partscounter.domain.leads import LeadLogged
from partscounter.domain.orders import OrderPlaced
from partscounter.kit.event import Event

SEND_MAIL = "send_mail"
SEND_LEAD_MAIL = "send_lead_mail"
RESERVE_ORDER = "reserve_order"
PUSH_ORDER = "push_order"
IMPORT_FILE = "import_file"

Payload = Mapping[str, object]
Caused = Iterable[tuple[str, Payload]]
"""Payloads of jobs, each with what sets its key apart from others of the same kind and event (empty if it is alone)."""


def _confirmation(_: WriteTx, event: Payload) -> Caused:
    yield "", {"order": event["order"], "update": None}


def _notification(_: WriteTx, event: Payload) -> Caused:
    yield "", {"order": event["order"], "update": event["update"]}


def _reservation(_: WriteTx, event: Payload) -> Caused:
    if event["reserve_later"]:
        yield "", {"order": event["order"]}


def _lead(_: WriteTx, event: Payload) -> Caused:
    yield "", {"lead": event["lead"]}


def _file_import(_: WriteTx, event: Payload) -> Caused:
    yield "", {"import": event["import"]}


def _pushes(tx: WriteTx, event: Payload) -> Caused:
    order = event["order"]
    if isinstance(order, int):
        for target in push.targets_of_order(tx, order):
            yield f":{target}", {"order": order, "target": target}


SUBSCRIPTIONS: Mapping[str, tuple[tuple[str, Callable[[WriteTx, Payload], Caused]], ...]] = {
    OrderPlaced.kind: ((SEND_MAIL, _confirmation), (RESERVE_ORDER, _reservation), (PUSH_ORDER, _pushes)),
    UpdateTaken.kind: ((SEND_MAIL, _notification),),
    LeadLogged.kind: ((SEND_LEAD_MAIL, _lead),),
    FileImportTaken.kind: ((IMPORT_FILE, _file_import),),
}
"""Event kind → the job kinds that it causes, each with the payloads made of the event's data.

The search index causes no job: it follows the log of `inventory.items_changed` by itself.
"""


def enqueue_jobs(tx: WriteTx, event: Event, event_id: int) -> None:
    """Write the jobs that `event` causes; the event's number in their keys keeps each from being made twice."""
    for kind, caused_by in SUBSCRIPTIONS.get(event.kind, ()):
        for apart, payload in caused_by(tx, event.data()):
            jobs.enqueue(tx, kind=kind, key=f"{kind}:{event_id}{apart}", payload=payload, event_id=event_id)
