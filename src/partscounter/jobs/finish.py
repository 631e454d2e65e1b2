"""Says that a job is done."""

from partscounter.database import WriteTx
from partscounter.jobs.job import Job, State
from partscounter.jobs.store import change_held


def finish(tx: WriteTx, job: Job) -> bool:
    """False, and nothing changed, if the worker has lost its lease and another has claimed the job since."""
    return change_held(tx, job, state=State.DONE, finished_at=tx.now, last_error=None)
