"""Puts a job into the queue, in the transaction of what caused it."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.dialects import postgresql, sqlite

from partscounter.database import WriteTx
from partscounter.database.prepared import Prepared
from partscounter.jobs.job import State
from partscounter.jobs.tables import jobs

_COLUMNS = ("kind", "key", "payload", "event_id", "state", "run_at", "due_since", "created_at")
_UNLESS_KNOWN = {
    name: Prepared(insert.on_conflict_do_nothing(index_elements=["key"]), _COLUMNS)
    for name, insert in (("sqlite", sqlite.insert(jobs)), ("postgresql", postgresql.insert(jobs)))
}


def enqueue(
    tx: WriteTx,
    kind: str,
    key: str,
    payload: Mapping[str, object],
    *,
    event_id: int | None = None,
    run_at: datetime | None = None,
) -> bool:
    """Have a job of `kind` run at `run_at` (None: as soon as this transaction is durable), once for ever per `key`.

    Returns False, and changes nothing, if there is or was a job with that key. `payload` is JSON-ready.
    """
    made = _UNLESS_KNOWN[tx.engine].run(
        tx,
        kind=kind,
        key=key,
        payload=payload,
        event_id=event_id,
        state=State.READY.value,
        run_at=run_at or tx.now,
        due_since=run_at or tx.now,
        created_at=tx.now,
    )
    return made == 1
