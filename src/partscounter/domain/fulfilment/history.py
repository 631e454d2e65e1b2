"""Reading what was taken."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from partscounter.database import ReadTx
from partscounter.database.log import StoredEvent, events_of
from partscounter.domain import orders
from partscounter.domain.fulfilment import store as sql
from partscounter.domain.fulfilment.errors import UnknownDocument
from partscounter.domain.fulfilment.events import UpdateRepeated, UpdateTaken
from partscounter.domain.fulfilment.states import TELLS_SHIPMENT
from partscounter.domain.fulfilment.update import Shipment, TakenUpdate, TrackingStatus


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One update that came for a document, by whose credential and through which door."""

    occurred_at: datetime
    door: str
    credential: str
    status: TrackingStatus
    update: TakenUpdate | None
    """What was taken; None for a repeat, which changed nothing."""


def list_history(tx: ReadTx, dealer_id: int, document_number: str) -> list[HistoryEntry]:
    """Every update that came for the dealer's document, in the order in which they came; over all its submissions.

    Raises UnknownDocument.
    """
    order = orders.find_order_by_document(tx, dealer_id, document_number)
    if order is None:
        raise UnknownDocument(f"There is no document {document_number}.")
    submissions = orders.list_submissions(tx, dealer_id, order.uuid)
    entries = [entry for each in submissions for entry in _history_of(tx, each.id)]
    return sorted(entries, key=lambda entry: entry.occurred_at)


def _history_of(tx: ReadTx, order_id: int) -> list[HistoryEntry]:
    updates = {update.id: update for update in sql.list_updates(tx, order_id)}
    kinds = {UpdateTaken.kind, UpdateRepeated.kind}
    return [_entry(event, updates) for event in events_of(tx, f"order:{order_id}") if event.kind in kinds]


def _entry(event: StoredEvent, updates: dict[int, TakenUpdate]) -> HistoryEntry:
    update_id = event.data.get("update")
    return HistoryEntry(
        occurred_at=event.occurred_at,
        door=event.door,
        credential=event.actor,
        status=TrackingStatus(str(event.data["status"])),
        update=updates[update_id] if isinstance(update_id, int) else None,
    )


def list_updates(tx: ReadTx, order_id: int) -> list[TakenUpdate]:
    """Every update that counted, oldest first."""
    return sql.list_updates(tx, order_id)


def get_update(tx: ReadTx, update_id: int) -> TakenUpdate:
    """One update that counted."""
    return sql.get_update(tx, update_id)


def shown_shipment(update: TakenUpdate) -> Shipment:
    """What may be shown of the update's shipment: nothing where the status has none, whatever the dealer sent."""
    return update.shipment if update.status in TELLS_SHIPMENT else Shipment()


def latest_shipment(tx: ReadTx, order_id: int) -> Shipment | None:
    """The newest shipment of the order that may be shown and has a tracking id."""
    return latest_shipments(tx, [order_id]).get(order_id)


def latest_shipments(tx: ReadTx, order_ids: Collection[int]) -> dict[int, Shipment]:
    """The same for some hundreds of orders at once; those without one are left out."""
    updates = sql.updates_of_orders(tx, order_ids)
    shown = [(update.order_id, shown_shipment(update)) for update in updates]
    return {order_id: shipment for order_id, shipment in shown if shipment.tracking_id}
