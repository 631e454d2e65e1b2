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


def claim(
    tx: WriteTx, kinds: Collection[str], worker: str, lease: timedelta, limit: int, *, lane: Lane | None = None
) -> list[Job]:
    """At most `limit` jobs of `kinds` that are due, the longest due first; they are `worker`'s until the lease ends.

    With `lane` the next job of it, and none while somebody has another one of it in hand.

    A job whose lease has ended is due again: whoever held it died, or was too slow and can no longer finish it.
    Workers never wait for each other: on PostgreSQL a row that another is claiming is passed over.
    """
    if lane is not None and not take_lane(tx, kinds, lane):
        return []
    due = (
        sa.select(jobs.c.id)
        .where(jobs.c.kind.in_(kinds), is_due(tx), sa.true() if lane is None else lane.holds)
        .order_by(jobs.c.run_at, jobs.c.id)
        .limit(limit if lane is None else 1)
        .with_for_update(skip_locked=True)
    )
    ids = list(tx.connection.scalars(due))
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
