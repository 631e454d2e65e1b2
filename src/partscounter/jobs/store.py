"""Reads jobs from rows, and changes one that its worker still holds."""

from datetime import datetime

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.jobs.job import Job, State
from partscounter.jobs.tables import jobs

COLUMNS = [jobs.c[name] for name in Job.__dataclass_fields__]


def read_jobs(tx: ReadTx, query: sa.Select[tuple[object, ...]]) -> list[Job]:
    """The jobs that `query`, a selection of `COLUMNS`, finds."""
    return [_job(row) for row in tx.connection.execute(query).mappings()]


def change_held(tx: WriteTx, job: Job, **values: object) -> bool:
    """Set `values` if `job` is still with the worker that claimed it, in the same try; whether it was.

    The number of tries tells two claims by one worker apart.
    """
    held = (jobs.c.id == job.id, jobs.c.state == State.RUNNING)
    same_claim = (jobs.c.worker == job.worker, jobs.c.attempts == job.attempts)
    changed = tx.connection.execute(sa.update(jobs).where(*held, *same_claim).values(leased_until=None, **values))
    return changed.rowcount == 1


def extend_lease(tx: WriteTx, job: Job, until: datetime) -> bool:
    """Move the end of the lease if `job` is still with the worker that claimed it, in the same try; whether it was."""
    held = (jobs.c.id == job.id, jobs.c.state == State.RUNNING)
    same_claim = (jobs.c.worker == job.worker, jobs.c.attempts == job.attempts)
    return tx.connection.execute(sa.update(jobs).where(*held, *same_claim).values(leased_until=until)).rowcount == 1


def _job(row: sa.RowMapping) -> Job:
    return Job(**{**row, "state": State(row["state"])})
