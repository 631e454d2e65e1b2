"""Runs a job again that was given up, or that is done but whose effect was lost elsewhere."""

import sqlalchemy as sa

from partscounter.database import WriteTx
from partscounter.jobs.job import State
from partscounter.jobs.tables import jobs
from partscounter.kit.refusal import Conflict, NotFound


class JobNotFound(NotFound):
    """There is no job with that number."""

    code = "job_not_found"


class JobNotOver(Conflict):
    """The job is still waiting or running, so there is nothing to repeat."""

    code = "job_not_over"


def replay(tx: WriteTx, job_id: int) -> None:
    """Ready at once, with all its tries before it. Raises `JobNotFound` or `JobNotOver`."""
    over = jobs.c.state.in_([State.PARKED, State.DONE])
    again = {"state": State.READY, "run_at": tx.now, "attempts": 0, "due_since": tx.now, "finished_at": None}
    if tx.connection.execute(sa.update(jobs).where(jobs.c.id == job_id, over).values(again)).rowcount == 1:
        return
    if tx.connection.scalar(sa.select(jobs.c.id).where(jobs.c.id == job_id)) is None:
        raise JobNotFound(f"there is no job {job_id}")
    raise JobNotOver(f"job {job_id} has not ended yet")
