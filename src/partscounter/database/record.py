"""Writes one event into the log, inside the transaction that caused it."""

from collections.abc import Callable

import sqlalchemy as sa

from partscounter.database.tables import events
from partscounter.database.transaction import WriteTx
from partscounter.kit.event import Event

EventHook = Callable[[WriteTx, Event, int], None]
"""What else to do in the same transaction, given the event and its id: enqueue the jobs that it causes."""

_INSERT = sa.insert(events).returning(events.c.id)
_INSERT_SETTLING = _INSERT.values(
    # This statement's snapshot is younger than the id that it inserts (see `_draw_id`).
    settled_after=sa.func.pg_snapshot_xmax(sa.func.pg_current_snapshot()).cast(sa.Text).cast(sa.BigInteger)
)
_DRAW_ID = sa.text(
    "SELECT CASE WHEN pg_current_xact_id() IS NOT NULL THEN nextval(pg_get_serial_sequence('events', 'id')) END"
)
"""First makes sure that this transaction has a number, then draws an id; CASE guarantees that order."""


def nothing_more(tx: WriteTx, event: Event, event_id: int) -> None:
    """The hook of a database that nothing is subscribed to."""


def record_on_sqlite(hook: EventHook) -> Callable[[WriteTx, Event], int]:
    """Writes events where there is one writer at a time, so that ids are handed out in the order of commits."""

    def record(tx: WriteTx, event: Event) -> int:
        event_id: int = tx.connection.execute(_INSERT, _row(tx, event)).scalar_one()
        hook(tx, event, event_id)
        return event_id

    return record


def record_on_postgres(hook: EventHook) -> Callable[[WriteTx, Event], int]:
    """Writes events where transactions overlap and may commit out of the order of their ids.

    The event notes in `settled_after` the number below which every transaction lies that could have drawn a smaller
    id. For that the id must be drawn by a transaction that has its number already, and before the note is taken.
    """

    def record(tx: WriteTx, event: Event) -> int:
        event_id: int = tx.connection.execute(_DRAW_ID).scalar_one()
        tx.connection.execute(_INSERT_SETTLING, {"id": event_id, **_row(tx, event)})
        hook(tx, event, event_id)
        return event_id

    return record


def _row(tx: WriteTx, event: Event) -> dict[str, object]:
    return {
        "occurred_at": tx.now,
        "kind": event.kind,
        "subject": event.subject,
        "data": event.data(),
        "actor": tx.actor.name,
        "door": tx.actor.door,
        "request_id": tx.actor.request_id,
        "payload": tx.actor.payload,
    }
