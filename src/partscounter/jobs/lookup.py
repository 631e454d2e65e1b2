"""Finding what became of the jobs that events have caused."""

from collections.abc import Collection

import sqlalchemy as sa

from partscounter.database import ReadTx
from partscounter.jobs.job import Job
from partscounter.jobs.store import COLUMNS, read_jobs
from partscounter.jobs.tables import jobs


def jobs_of_events(tx: ReadTx, kind: str, event_ids: Collection[int]) -> list[Job]:
    """The jobs of `kind` that these events caused, oldest first; for some hundreds of events at once."""
    keys = [f"{kind}:{event_id}" for event_id in event_ids]
    return read_jobs(tx, sa.select(*COLUMNS).where(jobs.c.key.in_(keys)).order_by(jobs.c.id))
