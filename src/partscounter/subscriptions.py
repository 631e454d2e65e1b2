"""The one table of what an event causes. The jobs are written in the event's own transaction: both exist or neither."""

from collections.abc import Callable, Iterable, Mapping

from partscounter import jobs
from partscounter.database import WriteTx
from partscounter.domain import orders
from partscounter.domain.approvals import Approval, ApprovalDecided, ApprovalWanted, Side
from partscounter.domain.export import push
from partscounter.domain.file_imports import FileImportTaken, UndoAsked
from partscounter.domain.fulfilment import UpdateTaken
from partscounter.domain.inventory import ItemsChanged
from partscounter.domain.leads import LeadConfirmationDue, LeadLogged
from partscounter.domain.leads.wants import WantMatched
from partscounter.domain.orders import LinesPromised, OrderPlaced, Telling
from partscounter.domain.returns import ReturnChanged, ReturnState
from partscounter.kit.event import Event

SEND_MAIL = "send_mail"
SEND_LEAD_MAIL = "send_lead_mail"
SEND_LEAD_CONFIRMATION = "send_lead_confirmation"
SEND_WANT_MAIL = "send_want_mail"
RESERVE_ORDER = "reserve_order"
RESERVE_ARRIVED = "reserve_arrived"
PUSH_ORDER = "push_order"
IMPORT_FILE = "import_file"
UNDO_IMPORT = "undo_import"

MAIL_JOBS = (SEND_MAIL, SEND_LEAD_MAIL, SEND_LEAD_CONFIRMATION, SEND_WANT_MAIL)
"""The kinds that send a mail each."""

Payload = Mapping[str, object]
Caused = Iterable[tuple[str, Payload]]
"""Payloads of jobs, each with what sets its key apart from others of the same kind and event (empty if it is alone)."""


def _confirmation(_: WriteTx, event: Payload) -> Caused:
    yield "", {"order": event["order"], "update": None}


def _notification(_: WriteTx, event: Payload) -> Caused:
    yield "", {"order": event["order"], "update": event["update"]}


def _notice(_: WriteTx, event: Payload) -> Caused:
    yield "", {"order": event["order"], "notice": True}


def _decision(_: WriteTx, event: Payload) -> Caused:
    """A consent that was only implied goes with the mail of what implied it."""
    if not event["implied"]:
        yield "", {"order": event["order"], "notice": True}


def _return(_: WriteTx, event: Payload) -> Caused:
    if event["state"] in {ReturnState.AUTHORISED.value, ReturnState.CREDITED.value}:
        yield "", {"order": event["order"], "notice": True}


def _promise(_: WriteTx, event: Payload) -> Caused:
    if event["telling"] == Telling.MAIL.value:
        yield "", {"order": event["order"], "promises": event["promises"]}


def _arrival(tx: WriteTx, event: Payload) -> Caused:
    """One job for each item that units on back order wait for; none where nothing can have become free."""
    if event["reason"] not in _ONLY_TAKES:
        for item in orders.list_waiting_items(tx, set(ItemsChanged.items_of(event))):
            yield f":{item}", {"item": item}


_ONLY_TAKES = frozenset({"reserved", "handed_out"})
"""Reasons for which an item changes without a unit of it becoming free."""


def _reservation(_: WriteTx, event: Payload) -> Caused:
    if event["reserve_later"]:
        yield "", {"order": event["order"]}


def _lead(_: WriteTx, event: Payload) -> Caused:
    yield "", {"lead": event["lead"]}


def _want(_: WriteTx, event: Payload) -> Caused:
    yield "", {"want": event["want"]}


def _file_import(_: WriteTx, event: Payload) -> Caused:
    yield "", {"import": event["import"]}


def _pushes(tx: WriteTx, event: Payload) -> Caused:
    order = event["order"]
    if isinstance(order, int):
        for target in push.targets_of_order(tx, order):
            yield f":{target}", {"order": order, "target": target}


def _pushes_once_approved(tx: WriteTx, event: Payload) -> Caused:
    """What had to wait for the customer's consent; the dealer's own is not waited for."""
    if event["side"] == Side.CUSTOMER.value and event["decision"] == Approval.APPROVED.value:
        yield from _pushes(tx, event)


SUBSCRIPTIONS: Mapping[str, tuple[tuple[str, Callable[[WriteTx, Payload], Caused]], ...]] = {
    OrderPlaced.kind: ((SEND_MAIL, _confirmation), (RESERVE_ORDER, _reservation), (PUSH_ORDER, _pushes)),
    UpdateTaken.kind: ((SEND_MAIL, _notification),),
    ApprovalWanted.kind: ((SEND_MAIL, _notice),),
    ApprovalDecided.kind: ((SEND_MAIL, _decision), (PUSH_ORDER, _pushes_once_approved)),
    ReturnChanged.kind: ((SEND_MAIL, _return),),
    LinesPromised.kind: ((SEND_MAIL, _promise),),
    ItemsChanged.kind: ((RESERVE_ARRIVED, _arrival),),
    LeadLogged.kind: ((SEND_LEAD_MAIL, _lead),),
    LeadConfirmationDue.kind: ((SEND_LEAD_CONFIRMATION, _lead),),
    WantMatched.kind: ((SEND_WANT_MAIL, _want),),
    FileImportTaken.kind: ((IMPORT_FILE, _file_import),),
    UndoAsked.kind: ((UNDO_IMPORT, _file_import),),
}
"""Event kind → the job kinds that it causes, each with the payloads made of the event's data.

The search index and the wants cause no job: they follow the log of `inventory.items_changed` by themselves.
"""


def enqueue_jobs(tx: WriteTx, event: Event, event_id: int) -> None:
    """Write the jobs that `event` causes; the event's number in their keys keeps each from being made twice."""
    for kind, caused_by in SUBSCRIPTIONS.get(event.kind, ()):
        for apart, payload in caused_by(tx, event.data()):
            jobs.enqueue(tx, kind=kind, key=f"{kind}:{event_id}{apart}", payload=payload, event_id=event_id)
