"""Gives a claimed job back untried, as a worker does that is told to stop."""

from partscounter.database import WriteTx
from partscounter.jobs.job import Job, State
from partscounter.jobs.store import change_held


def release(tx: WriteTx, job: Job) -> bool:
    """Ready at once, and this claim does not count as a try. False if the worker has lost its lease."""
    return change_held(tx, job, state=State.READY, attempts=job.attempts - 1)
