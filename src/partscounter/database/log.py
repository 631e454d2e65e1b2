"""Reads the event log: what followed a cursor, and the history of one thing.

On SQLite the order of the log is the order of ids. On PostgreSQL transactions overlap: one that drew a small id may
commit after a larger id has been read, and a reader that asked for larger ids only would never see it. There the log
is ordered by the number of the writing transaction, then by id, and shown up to the oldest transaction still running:
whatever lies before that is complete for ever. A transaction that stays open holds the log back for as long,
in whichever database of the server it is.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from partscounter.database.tables import events
from partscounter.database.transaction import ReadTx


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """One row of the log: what happened to what, when, by whose hand and through which door."""

    id: int
    occurred_at: datetime
    kind: str
    subject: str
    data: Mapping[str, object]
    actor: str
    door: str
    request_id: str
    payload: str


_COLUMNS = [events.c[name] for name in StoredEvent.__dataclass_fields__]
_OLDEST_RUNNING = sa.func.pg_snapshot_xmin(sa.func.pg_current_snapshot()).cast(sa.Text).cast(sa.BigInteger)


def head(tx: ReadTx) -> int:
    """The id of the last event that a reader can see: a cursor at the end of the log. 0 while there is none."""
    last = sa.select(events.c.id).where(*_complete(tx)).order_by(*_backwards(tx)).limit(1)
    return tx.connection.scalar(last) or 0


def events_after(tx: ReadTx, cursor: int, kinds: Collection[str] | None, limit: int) -> list[StoredEvent]:
    """At most `limit` events that follow the one with the id `cursor` (0: from the beginning), in the log's order.

    Of `kinds`, or of every kind if None. The id of the last event returned is the next cursor: the last, which on
    PostgreSQL need not be the largest.
    """
    query = sa.select(*_COLUMNS).where(_follows(tx, cursor), *_complete(tx)).order_by(*_forwards(tx)).limit(limit)
    if kinds is not None:
        query = query.where(events.c.kind.in_(kinds))
    return [StoredEvent(*row) for row in tx.connection.execute(query)]


def get_event(tx: ReadTx, event_id: int) -> StoredEvent:
    """One event by its id, which a job was given."""
    return StoredEvent(*tx.connection.execute(sa.select(*_COLUMNS).where(events.c.id == event_id)).one())


def find_event(tx: ReadTx, event_id: int) -> StoredEvent | None:
    """One event by its id, if there is one."""
    row = tx.connection.execute(sa.select(*_COLUMNS).where(events.c.id == event_id)).one_or_none()
    return None if row is None else StoredEvent(*row)


def events_of(tx: ReadTx, subject: str) -> list[StoredEvent]:
    """The whole history of `subject`, such as `order:17`, oldest first; includes what this transaction wrote."""
    query = sa.select(*_COLUMNS).where(events.c.subject == subject).order_by(events.c.id)
    return [StoredEvent(*row) for row in tx.connection.execute(query)]


def _overlapping(tx: ReadTx) -> bool:
    return tx.connection.dialect.name == "postgresql"


def _complete(tx: ReadTx) -> list[sa.ColumnElement[bool]]:
    return [events.c.written_by < _OLDEST_RUNNING] if _overlapping(tx) else []


def _follows(tx: ReadTx, cursor: int) -> sa.ColumnElement[bool]:
    if not _overlapping(tx):
        return events.c.id > cursor
    written_by = sa.select(events.c.written_by).where(events.c.id == cursor).scalar_subquery()
    position = sa.tuple_(events.c.written_by, events.c.id)
    return position > sa.tuple_(sa.func.coalesce(written_by, 0), cursor)


def _forwards(tx: ReadTx) -> list[sa.ColumnElement[int]]:
    return [events.c.written_by, events.c.id] if _overlapping(tx) else [events.c.id]


def _backwards(tx: ReadTx) -> list[sa.ColumnElement[int]]:
    return [column.desc() for column in _forwards(tx)]
