"""Workers run each job once, outside any transaction, and keep what failed."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial

import pytest
import sqlalchemy as sa

from partscounter import jobs
from partscounter.database import Database
from partscounter.jobs import Handler, Job, Permanent, RetryPolicy, State, Worker
from partscounter.jobs.tables import jobs as jobs_table
from partscounter.kit.clock import FixedClock
from tests.make.events import make_actor
from tests.make.jobs import LEASE, all_jobs, claim_jobs, enqueue_job
from tests.make.web import until

CLERK = make_actor()


def make_worker(database: Database, handler: Handler, name: str = "w1", batch: int = 5) -> Worker:
    policies = {"mail": RetryPolicy(attempts=2)}
    return Worker(database, {"mail": handler}, policies, name=name, poll_seconds=0.01, lease=LEASE, batch=batch)


def states(database: Database) -> list[State]:
    return [job.state for job in all_jobs(database)]


def test_eight_workers_run_a_hundred_jobs_once_each(database: Database) -> None:
    for number in range(100):
        enqueue_job(database, f"mail:{number}")
    ran: Counter[str] = Counter()
    everything_ran, counting = threading.Event(), threading.Lock()

    def count(job: Job) -> None:
        with counting:
            ran[job.key] += 1
            if ran.total() == 100:
                everything_ran.set()

    stop = threading.Event()
    with ThreadPoolExecutor(8) as threads:
        runs = [threads.submit(make_worker(database, count, f"w{number}").run, stop) for number in range(8)]
        assert everything_ran.wait(20)
        stop.set()
        for run in runs:
            run.result()

    assert ran == Counter(f"mail:{number}" for number in range(100))
    assert set(states(database)) == {State.DONE}


def test_a_handler_may_write(database: Database) -> None:
    enqueue_job(database, "mail:1")

    def follow_up(job: Job) -> None:
        if job.key == "mail:1":
            enqueue_job(database, "mail:2")

    worker = make_worker(database, follow_up)

    assert [worker.run_due(), worker.run_due(), worker.run_due()] == [1, 1, 0]
    assert states(database) == [State.DONE, State.DONE]


def test_a_failed_job_is_kept_and_harms_no_other(database: Database, clock: FixedClock) -> None:
    for key in ("bad", "good"):
        enqueue_job(database, key)

    def fail_bad(job: Job) -> None:
        if job.key == "bad":
            raise ConnectionError("no answer")

    worker = make_worker(database, fail_bad)
    worker.run_due()

    bad, good = all_jobs(database)
    assert (bad.state, bad.last_error, good.state) == (State.READY, "ConnectionError: no answer", State.DONE)
    clock.at = bad.run_at
    worker.run_due()
    assert states(database) == [State.PARKED, State.DONE]


def test_a_permanent_failure_parks_at_once(database: Database) -> None:
    enqueue_job(database)

    def refuse(job: Job) -> None:
        raise Permanent(f"{job.key} has no address")

    make_worker(database, refuse).run_due()

    with database.read() as tx:
        assert [job.last_error for job in jobs.parked(tx)] == ["Permanent: mail:1 has no address"]


def test_a_stopped_worker_gives_back_what_it_has_not_begun(database: Database) -> None:
    for key in ("first", "second", "third"):
        enqueue_job(database, key)
    stop = threading.Event()

    make_worker(database, lambda _: stop.set()).run(stop)

    assert [(job.key, job.state, job.attempts) for job in all_jobs(database)] == [
        ("first", State.DONE, 1),
        ("second", State.READY, 0),
        ("third", State.READY, 0),
    ]


def test_a_batch_stays_with_its_worker_for_as_long_as_it_takes(database: Database, clock: FixedClock) -> None:
    for key in ("slow", "next", "last"):
        enqueue_job(database, key)
    lease = timedelta(milliseconds=300)
    claimed_by_another: list[list[Job]] = []

    def dawdle(job: Job) -> None:
        if job.key == "slow":
            for _ in range(2):
                clock.advance(lease * 2 / 3)
                until(lambda: {ends_of(database)[key] for key in ("next", "last")} == {clock.now() + lease})
            claimed_by_another.append(claim_jobs(database, "w2"))

    Worker(database, {"mail": dawdle}, {}, lease=lease).run_due()

    assert claimed_by_another == [[]]
    assert [(job.worker, job.attempts, job.state) for job in all_jobs(database)] == [("worker", 1, State.DONE)] * 3


def ends_of(database: Database) -> dict[str, datetime]:
    """When the leases end."""
    with database.read() as tx:
        return {row.key: row.leased_until for row in tx.connection.execute(sa.select(jobs_table))}


def test_a_job_that_outlives_its_lease_is_left_to_its_new_owner(
    database: Database, clock: FixedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    enqueue_job(database)

    def dawdle(_: Job) -> None:
        clock.advance(LEASE + timedelta(seconds=1))
        assert len(claim_jobs(database, "w2")) == 1

    make_worker(database, dawdle).run_due()

    (job,) = all_jobs(database)
    assert (job.state, job.worker) == (State.RUNNING, "w2")
    assert "outlived its lease" in capsys.readouterr().out
    assert database.write(CLERK, partial(jobs.finish, job=job))
