"""Reads the event log: what followed a cursor, and the history of one thing."""

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
    """The id of the last settled event: a cursor at the end of the log. 0 while there is none."""
    return tx.connection.scalar(sa.select(sa.func.max(events.c.id)).where(*_settled(tx))) or 0


def events_after(tx: ReadTx, cursor: int, kinds: Collection[str] | None, limit: int) -> list[StoredEvent]:
    """At most `limit` events with an id above `cursor`, oldest first; of `kinds`, or of every kind if None.

    Only settled events: no event with a smaller id can still appear, so a reader may keep the last id as its cursor
    and never passes over a transaction that commits late. On PostgreSQL a writer that stays open holds the log back
    from its readers for as long.
    """
    query = sa.select(*_COLUMNS).where(events.c.id > cursor, *_settled(tx)).order_by(events.c.id).limit(limit)
    if kinds is not None:
        query = query.where(events.c.kind.in_(kinds))
    return [StoredEvent(*row) for row in tx.connection.execute(query)]


def events_of(tx: ReadTx, subject: str) -> list[StoredEvent]:
    """The whole history of `subject`, such as `order:17`, oldest first."""
    query = sa.select(*_COLUMNS).where(events.c.subject == subject).order_by(events.c.id)
    return [StoredEvent(*row) for row in tx.connection.execute(query)]


def _settled(tx: ReadTx) -> list[sa.ColumnElement[bool]]:
    return [events.c.settled_after <= _OLDEST_RUNNING] if tx.connection.dialect.name == "postgresql" else []
