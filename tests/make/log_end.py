"""Waiting for the end of the log, which on PostgreSQL is neither the largest id nor shown at once."""

import sqlalchemy as sa

from partscounter.database import Database
from partscounter.database.log import events_after, head
from partscounter.database.tables import events

_BACKWARDS = (events.c.written_by.desc(), events.c.id.desc())


def all_is_shown(database: Database) -> bool:
    """Whether no event is held back by a transaction that is still running somewhere on the server."""
    with database.read() as tx:
        last = tx.connection.scalar(sa.select(events.c.id).order_by(*_BACKWARDS).limit(1)) or 0
        return head(tx) == last


def nothing_follows(database: Database, cursor: int, kind: str) -> bool:
    """Whether whoever has read to `cursor` knows every event of `kind`."""
    if not all_is_shown(database):
        return False
    with database.read() as tx:
        return not events_after(tx, cursor, {kind}, 1)
