"""The loop of a worker: claim, run outside any transaction, say how it went."""

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial

import sqlalchemy as sa
import structlog

from partscounter.database import Database, WriteTx
from partscounter.jobs.claim import claim, claim_of_lane
from partscounter.jobs.due import any_due
from partscounter.jobs.fail import fail, park
from partscounter.jobs.finish import finish
from partscounter.jobs.job import Job
from partscounter.jobs.lane import Lane, next_of_lane
from partscounter.jobs.release import release
from partscounter.jobs.renew import renewing
from partscounter.jobs.retry import RetryPolicy
from partscounter.kit.actor import Actor

Handler = Callable[[Job], None]
"""Does one kind of job. May run twice for one job; raising means that it is tried again, `Permanent` that it is not."""

DEFAULT_POLICY = RetryPolicy()
_WHILE_DATABASE_IS_AWAY_SECONDS = 1.0


class Permanent(Exception):
    """Another try would fail in the same way, so the job is parked at once."""


class Worker:
    """Runs the jobs that it has handlers for, one after the other. Several may share a queue.

    A batch stays with its worker for as long as it takes; if the worker dies, its `lease` ends and another takes over.
    """

    def __init__(
        self,
        database: Database,
        handlers: Mapping[str, Handler],
        policies: Mapping[str, RetryPolicy],
        *,
        name: str = "worker",
        poll_seconds: float = 0.5,
        lease: timedelta = timedelta(minutes=5),
        batch: int = 5,
    ) -> None:
        self._database = database
        self._handlers = handlers
        self._policies = policies
        self._name = name
        self._poll_seconds = poll_seconds
        self._lease = lease
        self._batch = batch
        self._actor = Actor(name=name, door="worker")
        self._log = structlog.get_logger(__name__)

    def run(self, stop: threading.Event) -> None:
        """Work until `stop` is set; the job in hand is still ended, what else was claimed is given back.

        A database that is away is waited for: jobs in hand are run again once their lease has ended.
        """
        while not stop.is_set():
            try:
                claimed = self.run_due(stop)
            except sa.exc.OperationalError as error:
                self._log.warning("The database cannot be used; trying again.", error=_words(error))
                stop.wait(_WHILE_DATABASE_IS_AWAY_SECONDS)
                continue
            if not claimed:
                stop.wait(self._poll_seconds)

    def run_due(self, stop: threading.Event | None = None, lane: Lane | None = None) -> int:
        """Run one batch of the jobs that are due, or the next job of `lane`; how many were claimed."""
        taking = self._taking() if lane is None else self._taking_of(lane)
        claimed = [] if taking is None else self._database.write(self._actor, taking)
        if claimed:
            with renewing(self._database, self._actor, claimed, self._lease):
                self._run_batch(claimed, stop)
        return len(claimed)

    def _taking(self) -> Callable[[WriteTx], list[Job]] | None:
        """What claims the next batch; None if nothing is due."""
        with self._database.read() as tx:
            if not any_due(tx, self._handlers):
                return None
        return partial(claim, kinds=self._handlers, worker=self._name, lease=self._lease, limit=self._batch)

    def _taking_of(self, lane: Lane) -> Callable[[WriteTx], list[Job]] | None:
        with self._database.read() as tx:
            job_id = next_of_lane(tx, self._handlers, lane)
        if job_id is None:
            return None
        of_lane = partial(claim_of_lane, lane=lane, job_id=job_id)
        return partial(of_lane, kinds=self._handlers, worker=self._name, lease=self._lease)

    def _run_batch(self, claimed: Sequence[Job], stop: threading.Event | None) -> None:
        for job in claimed:
            if stop is not None and stop.is_set():
                self._database.write(self._actor, partial(release, job=job))
            else:
                self._run_one(job)

    def _run_one(self, job: Job) -> None:
        policy = self._policies.get(job.kind, DEFAULT_POLICY)
        try:
            self._handlers[job.kind](job)
        except Permanent as error:
            self._say("A job was parked: trying again would not help.", job, error)
            kept = self._database.write(self._actor, partial(park, job=job, error=_words(error)))
        except Exception as error:  # noqa: BLE001 - a handler may fail in any way; the queue keeps the job
            self._say("A job failed.", job, error)
            kept = self._database.write(self._actor, partial(fail, job=job, error=_words(error), policy=policy))
        else:
            kept = self._database.write(self._actor, partial(finish, job=job))
        if not kept:
            self._log.warning("A job outlived its lease, so another worker has it.", job_id=job.id, kind=job.kind)

    def _say(self, what: str, job: Job, error: Exception) -> None:
        self._log.warning(what, job_id=job.id, kind=job.kind, attempts=job.attempts, error=_words(error))


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
