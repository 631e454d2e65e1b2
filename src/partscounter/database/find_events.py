"""Looking through the event log backwards, for people who ask who did what."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from partscounter.database.log import StoredEvent
from partscounter.database.tables import events
from partscounter.database.transaction import ReadTx

WINDOW: Final = 50_000
"""Events that one search looks through: no index finds what somebody did long ago among millions."""
_LIST_COLUMNS = [
    sa.literal("").label("payload") if name == "payload" else events.c[name]
    for name in StoredEvent.__dataclass_fields__
]


@dataclass(frozen=True, slots=True)
class EventSearch:
    """All that is given must hold."""

    actor: str = ""
    """The whole name of a person or credential, in any case."""
    door: str = ""
    concept: str = ""
    """The first part of the kind, such as `credential`."""
    subject: str = ""
    """Such as `order:17`."""


@dataclass(frozen=True, slots=True)
class FoundEvents:
    """One page, the newest first, without the words of the requests."""

    events: list[StoredEvent]
    older: int | None
    """What to go on below; None at the end of the log."""


def search_events(
    tx: ReadTx, wanted: EventSearch, *, before: int | None = None, limit: int = 50, window: int = WINDOW
) -> FoundEvents:
    """Up to `limit` events below `before`. There may be older ones even where a page is empty: `older` says so."""
    newest = before if before is not None else (tx.connection.scalar(sa.select(sa.func.max(events.c.id))) or 0) + 1
    lowest = 0 if wanted.subject else max(0, newest - window)
    query = sa.select(*_LIST_COLUMNS).where(events.c.id < newest, events.c.id >= lowest, *_conditions(wanted))
    found = [StoredEvent(*row) for row in tx.connection.execute(query.order_by(events.c.id.desc()).limit(limit + 1))]
    if len(found) > limit:
        return FoundEvents(found[:limit], found[limit - 1].id)
    return FoundEvents(found, lowest or None)


def _conditions(wanted: EventSearch) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = []
    if wanted.actor:
        conditions.append(sa.func.lower(events.c.actor) == wanted.actor.lower())
    if wanted.door:
        conditions.append(events.c.door == wanted.door)
    if wanted.concept:
        conditions.append(events.c.kind.startswith(f"{wanted.concept}.", autoescape=True))
    if wanted.subject:
        conditions.append(events.c.subject == wanted.subject)
    return conditions


def position_at(tx: ReadTx, moment: datetime) -> int:
    """The id of the first event from `moment` on, or one beyond the last: found by halving, some thirty look-ups."""
    low, high = 1, (tx.connection.scalar(sa.select(sa.func.max(events.c.id))) or 0) + 1
    while low < high:
        middle = (low + high) // 2
        query = sa.select(events.c.id, events.c.occurred_at).where(events.c.id >= middle).order_by(events.c.id).limit(1)
        row = tx.connection.execute(query).one_or_none()
        if row is None or row.occurred_at >= moment:
            high = middle
        else:
            low = row.id + 1
    return low
