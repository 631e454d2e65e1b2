"""Says that a try has failed: the job waits for its next one, or is parked for a person to look at."""

from partscounter.database import WriteTx
from partscounter.jobs.job import Job, State
from partscounter.jobs.retry import RetryPolicy
from partscounter.jobs.store import change_held

LONGEST_ERROR = 2000


def fail(tx: WriteTx, job: Job, error: str, policy: RetryPolicy) -> bool:
    """Try again when `policy` says, or park. False, and nothing changed, if the worker has lost its lease.

    `error` is kept, up to `LONGEST_ERROR` characters, and shown to operators.
    """
    next_run = policy.next_run(job, tx.now)
    kept = error[:LONGEST_ERROR]
    if next_run is None:
        return change_held(tx, job, state=State.PARKED, finished_at=tx.now, last_error=kept)
    return change_held(tx, job, state=State.READY, run_at=next_run, last_error=kept)


def park(tx: WriteTx, job: Job, error: str) -> bool:
    """Give up at once. False, and nothing changed, if the worker has lost its lease."""
    return change_held(tx, job, state=State.PARKED, finished_at=tx.now, last_error=error[:LONGEST_ERROR])
