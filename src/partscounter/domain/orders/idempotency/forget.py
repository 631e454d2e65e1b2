"""Forgets keys, with their answers, that came long ago."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from partscounter.database import Database
from partscounter.domain.orders.idempotency import store as sql
from partscounter.domain.orders.idempotency.store import Key
from partscounter.kit.actor import Actor

LOOKED_AT_ONCE = 200
"""So few that neither a view of the database stays open for long, nor the writer is held."""


def forget_keys(database: Database, actor: Actor, older_than: timedelta) -> Iterator[int]:
    """Forget those that came longer ago, some at a time and each time in a transaction of its own; how many they were.

    All keys are looked through: an index by age would have to be kept by every order. One that is used anew between
    the look and the deletion stays.
    """
    last: Key | None = Key("", "")
    while last is not None:
        with database.read() as tx:
            before = tx.now - older_than
            found = sql.keys_after(tx, last, LOOKED_AT_ONCE)
        old = [key for key, came_at in found if came_at < before]
        yield database.write(actor, partial(sql.delete_keys, keys=old, came_before=before)) if old else 0
        last = found[-1][0] if len(found) == LOOKED_AT_ONCE else None
