"""Takes jobs out of the queue for one worker, for the time of a lease."""

from collections.abc import Collection
from datetime import timedelta

import sqlalchemy as sa

from partscounter.database import WriteTx
from partscounter.jobs.due import is_due
from partscounter.jobs.job import Job, State
from partscounter.jobs.lane import Lane, take_lane
from partscounter.jobs.store import COLUMNS, read_jobs
from partscounter.jobs.tables import jobs


def claim(tx: WriteTx, kinds: Collection[str], worker: str, lease: timedelta, limit: int) -> list[Job]:
    """At most `limit` jobs of `kinds` that are due, the longest due first; they are `worker`'s until the lease ends.

    A job whose lease has ended is due again: whoever held it died, or was too slow and can no longer finish it.
    Workers never wait for each other: on PostgreSQL a row that another is claiming is passed over.
    """
    due = (
        sa.select(jobs.c.id)
        .where(jobs.c.kind.in_(kinds), is_due(tx))
        .order_by(jobs.c.run_at, jobs.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return _taken(tx, list(tx.connection.scalars(due)), worker, lease)


def claim_of_lane(
    tx: WriteTx, kinds: Collection[str], worker: str, lease: timedelta, *, lane: Lane, job_id: int
) -> list[Job]:
    """The job, as `next_of_lane` found it; none if it is not due any more, or another one of the lane is in hand."""
    if not take_lane(tx, kinds, lane):
        return []
    due = sa.select(jobs.c.id).where(jobs.c.id == job_id, is_due(tx)).with_for_update(skip_locked=True)
    return _taken(tx, list(tx.connection.scalars(due)), worker, lease)


def _taken(tx: WriteTx, ids: list[int], worker: str, lease: timedelta) -> list[Job]:
    if not ids:
        return []
    taken = sa.update(jobs).where(jobs.c.id.in_(ids))
    tx.connection.execute(
        taken.values(
            state=State.RUNNING,
            worker=worker,
            leased_until=tx.now + lease,
            attempts=jobs.c.attempts + 1,
        )
    )
    return read_jobs(tx, sa.select(*COLUMNS).where(jobs.c.id.in_(ids)).order_by(jobs.c.run_at, jobs.c.id))
