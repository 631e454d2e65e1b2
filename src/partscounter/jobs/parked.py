"""The jobs that were given up, and how many are still to be done, for operators."""

from collections.abc import Mapping

import sqlalchemy as sa

from partscounter.database import ReadTx
from partscounter.jobs.job import Job, State
from partscounter.jobs.store import COLUMNS, read_jobs
from partscounter.jobs.tables import jobs


def parked(tx: ReadTx, limit: int = 200, *, after: int = 0) -> list[Job]:
    """At most `limit` of them, the oldest first, from the first above `after`, each with its last error."""
    is_next = (jobs.c.state == State.PARKED, jobs.c.id > after)
    return read_jobs(tx, sa.select(*COLUMNS).where(*is_next).order_by(jobs.c.id).limit(limit))


def count_parked(tx: ReadTx) -> int:
    """How many there are."""
    return tx.connection.scalar(sa.select(sa.func.count()).where(jobs.c.state == State.PARKED)) or 0


def count_unfinished(tx: ReadTx) -> Mapping[State, int]:
    """How many are ready, running and parked; a state without any is left out."""
    unfinished = jobs.c.state.in_([State.READY, State.RUNNING, State.PARKED])
    query = sa.select(jobs.c.state, sa.func.count()).where(unfinished).group_by(jobs.c.state)
    return {State(state): count for state, count in tx.connection.execute(query)}
