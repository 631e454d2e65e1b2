"""When a failed job is tried again, and when it is given up."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from partscounter.jobs.job import Job


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """Waits `first_wait`, then `growth` times as long each time, never longer than `longest_wait`.

    Given up after `attempts` tries, or when the next one would come more than `within` after the job was first due,
    whichever is sooner. Waits spread by up to a tenth, by the job's number, so that what failed together does not
    all come back together.
    """

    attempts: int = 12
    within: timedelta = timedelta(hours=24)
    first_wait: timedelta = timedelta(seconds=10)
    growth: int = 3
    longest_wait: timedelta = timedelta(hours=4)

    def next_run(self, job: Job, now: datetime) -> datetime | None:
        """When to try `job` again, whose try has just failed; None to give it up."""
        if job.attempts >= self.attempts:
            return None
        run_at = now + self._wait(job)
        return run_at if run_at <= job.due_since + self.within else None

    def _wait(self, job: Job) -> timedelta:
        wait = self.first_wait
        for _ in range(job.attempts - 1):
            wait = min(wait * self.growth, self.longest_wait)
        return wait + wait * (job.id % 11) / 100
