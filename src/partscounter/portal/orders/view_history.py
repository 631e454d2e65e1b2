"""The history of an order for people: what happened, by whose hand, what moved, and what became of the mail."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from partscounter.database import ReadTx
from partscounter.database.log import StoredEvent, events_of
from partscounter.domain import fulfilment, notifications
from partscounter.domain.approvals import ApprovalDecided, ApprovalWanted
from partscounter.domain.cores import CoreEntered
from partscounter.domain.export import OrderReceived
from partscounter.domain.fulfilment import TakenUpdate, TrackingStatus, UpdateRepeated, UpdateTaken
from partscounter.domain.notifications import Explanation
from partscounter.domain.orders import LinesPromised, Order, OrderPlaced, Stage, UnitsMoved
from partscounter.domain.orders.reviews import ReviewClosed
from partscounter.domain.returns import ReturnChanged
from partscounter.domain.sales import AdjustmentChanged
from partscounter.portal.orders.words import DOORS, STAGES
from partscounter.subscriptions import SEND_MAIL
from partscounter_contracts.order_tracking import STATUS_LABELS, DocumentStatus


@dataclass(frozen=True, slots=True)
class Entry:
    """One event."""

    event: StoredEvent
    title: str
    door: str
    moves: tuple[str, ...]
    update: TakenUpdate | None
    """What was taken, where the event is an update."""
    mail: Explanation


def view_history(tx: ReadTx, order: Order) -> list[Entry]:
    """Every event of `order`, the newest first."""
    events = events_of(tx, f"order:{order.id}")
    mails = notifications.explain_order(tx, order, mail_job=SEND_MAIL)
    updates = {update.id: update for update in fulfilment.list_updates(tx, order.id)}
    codes = {line.number: line.code for line in order.lines}
    entries = [
        Entry(
            event=event,
            title=title_of(event),
            door=DOORS.get(event.door, event.door),
            moves=tuple(_moves(event.data.get("moves"), codes)),
            update=_update_of(event, updates),
            mail=mail,
        )
        for event, mail in zip(events, mails, strict=True)
    ]
    return entries[::-1]


def title_of(event: StoredEvent) -> str:
    """What happened, in words."""
    words = _TITLES.get(event.kind)
    return event.kind if words is None else words(event.data)


def label_of(status: str) -> str:
    """Such as `Partially Shipped (PS)`."""
    return f"{STATUS_LABELS[DocumentStatus(status)]} ({status})" if status in set(TrackingStatus) else status


Data = Mapping[str, object]


def _placed(data: Data) -> str:
    return "Submitted again" if data["replaces"] else "Placed"


def _promised(data: Data) -> str:
    dates = data["dates"]
    rows: Sequence[Sequence[object]] = dates if isinstance(dates, list) else []
    said = [f"line {line} by {day}" + (f" instead of {before}" if before else "") for line, before, day in rows]
    return f"Promised {', '.join(said)}"


def _adjusted(data: Data) -> str:
    verb = "added" if data["added"] else "taken off"
    return f"Adjustment {verb}: {data['name']} {data['amount']} ({data['reason']})"


def _decided(data: Data) -> str:
    note = f": {data['note']}" if data["note"] else ""
    implied = ", by handing over" if data["implied"] else ""
    return f"{str(data['decision']).capitalize()} by the {data['side']} ({data['by']}{implied}){note}"


def _received(data: Data) -> str:
    return f"Downloaded by {data['consumer']}" if data.get("consumer") else "Downloaded by the dealer's system"


_REASONS: Final[Mapping[str, str]] = {
    "reserved": "Stock reserved",
    "arrived": "Stock arrived and was held",
    "replaced": "Given up for the resubmission",
    "picked": "Picked",
    "packed": "Packed",
    "invoiced": "Invoiced",
}
_TITLES: Final[Mapping[str, Callable[[Data], str]]] = {
    OrderPlaced.kind: _placed,
    UnitsMoved.kind: lambda data: _REASONS.get(str(data["reason"]), str(data["reason"]).capitalize()),
    UpdateTaken.kind: lambda data: label_of(str(data["status"])),
    UpdateRepeated.kind: lambda data: f"{label_of(str(data['status']))}, repeated: nothing changed",
    LinesPromised.kind: _promised,
    AdjustmentChanged.kind: _adjusted,
    ApprovalWanted.kind: lambda _: "Approval asked for",
    ApprovalDecided.kind: _decided,
    ReturnChanged.kind: lambda data: f"Return RMA-{data['return']} {data['state']}",
    ReviewClosed.kind: lambda data: f"Reviewed: {str(data['verdict']).replace('_', ' ')}",
    OrderReceived.kind: _received,
    CoreEntered.kind: lambda data: f"Core of line {data['line']}: {data['entry']} {data['units']}",
}


def _moves(moves: object, codes: Mapping[int, str]) -> list[str]:
    rows = moves if isinstance(moves, list) else []
    return [
        f"{units} x {codes.get(number, f'line {number}')}: {STAGES[Stage(source)]} → {STAGES[Stage(target)]}"
        for number, source, target, units in rows
    ]


def _update_of(event: StoredEvent, updates: Mapping[int, TakenUpdate]) -> TakenUpdate | None:
    update_id = event.data.get("update") if event.kind == UpdateTaken.kind else None
    return updates.get(update_id) if isinstance(update_id, int) else None
