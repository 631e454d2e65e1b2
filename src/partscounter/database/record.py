"""Writes one event into the log, inside the transaction that caused it."""

from collections.abc import Callable

import sqlalchemy as sa

from partscounter.database.prepared import PreparedInsert
from partscounter.database.tables import events
from partscounter.database.transaction import WriteTx
from partscounter.kit.event import Event

EventHook = Callable[[WriteTx, Event, int], None]
"""What else to do in the same transaction, given the event and its id: enqueue the jobs that it causes."""

_COLUMNS = ("occurred_at", "kind", "subject", "data", "actor", "door", "request_id", "payload")
_insert = sa.insert(events)
_number = sa.func.pg_current_xact_id().cast(sa.Text).cast(sa.BigInteger)
_INSERT = PreparedInsert(_insert, _COLUMNS)
_NUMBERED_INSERT = PreparedInsert(_insert.values(written_by=_number), _COLUMNS)


def nothing_more(tx: WriteTx, event: Event, event_id: int) -> None:
    """The hook of a database that nothing is subscribed to."""


def event_recorder(hook: EventHook, *, number_transactions: bool) -> Callable[[WriteTx, Event, str], int]:
    """What `WriteTx.emit` does: store the event with the request's words, call `hook`, return the event's id.

    `number_transactions` is for PostgreSQL, where transactions overlap (see the column `written_by`).
    """
    insert = _NUMBERED_INSERT if number_transactions else _INSERT

    def record(tx: WriteTx, event: Event, payload: str) -> int:
        event_id = insert.id_of(tx, **_row(tx, event, payload))
        hook(tx, event, event_id)
        return event_id

    return record


def _row(tx: WriteTx, event: Event, payload: str) -> dict[str, object]:
    return {
        "occurred_at": tx.now,
        "kind": event.kind,
        "subject": event.subject,
        "data": event.data(),
        "actor": tx.actor.name,
        "door": tx.actor.door,
        "request_id": tx.actor.request_id,
        "payload": payload,
    }
