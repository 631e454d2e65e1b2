"""The queue keeps one contract on both engines."""

from datetime import timedelta
from functools import partial

import pytest

from partscounter import jobs
from partscounter.database import Database, WriteTx
from partscounter.jobs import Job, RetryPolicy, State
from partscounter.kit.clock import FixedClock
from partscounter.kit.refusal import Conflict
from tests.make.events import Happened, make_actor
from tests.make.jobs import LEASE, all_jobs, claim_jobs, enqueue_job

CLERK = make_actor()
POLICY = RetryPolicy(attempts=3, first_wait=timedelta(seconds=10))


def claim_one(database: Database, worker: str = "w1") -> Job:
    (job,) = claim_jobs(database, worker)
    return job


def test_a_job_is_claimed_with_what_it_was_given(database: Database, clock: FixedClock) -> None:
    def cause(tx: WriteTx) -> int:
        event_id = tx.emit(Happened())
        assert jobs.enqueue(tx, "mail", "mail:1", {"to": ["a"]}, event_id=event_id)
        return event_id

    event_id = database.write(CLERK, cause)

    assert claim_jobs(database) == [
        Job(
            id=1,
            kind="mail",
            key="mail:1",
            payload={"to": ["a"]},
            event_id=event_id,
            state=State.RUNNING,
            run_at=clock.at,
            due_since=clock.at,
            attempts=1,
            worker="w1",
            last_error=None,
            created_at=clock.at,
        )
    ]
    assert claim_jobs(database) == []


def test_a_job_vanishes_with_the_transaction_that_caused_it(database: Database) -> None:
    def refuse(tx: WriteTx) -> None:
        jobs.enqueue(tx, "mail", "mail:1", {})
        raise Conflict("no")

    with pytest.raises(Conflict):
        database.write(CLERK, refuse)

    assert all_jobs(database) == []


def test_a_second_job_with_the_same_key_is_not_made(database: Database) -> None:
    assert enqueue_job(database, "mail:1")
    assert not enqueue_job(database, "mail:1")

    assert [job.key for job in all_jobs(database)] == ["mail:1"]


def test_not_even_after_the_first_is_done(database: Database) -> None:
    enqueue_job(database, "mail:1")
    assert database.write(CLERK, partial(jobs.finish, job=claim_one(database)))

    assert not enqueue_job(database, "mail:1")
    assert claim_jobs(database) == []


def test_only_jobs_of_the_kinds_asked_for_are_claimed(database: Database) -> None:
    enqueue_job(database, "a", kind="mail")
    enqueue_job(database, "b", kind="push")

    assert [job.key for job in claim_jobs(database, kinds=["push", "index"])] == ["b"]


def test_the_longest_due_is_claimed_first_and_never_more_than_asked_for(database: Database, clock: FixedClock) -> None:
    late, soon = (clock.at + timedelta(seconds=seconds) for seconds in (20, 10))
    database.write(CLERK, partial(jobs.enqueue, kind="mail", key="late", payload={}, run_at=late))
    database.write(CLERK, partial(jobs.enqueue, kind="mail", key="soon", payload={}, run_at=soon))

    assert claim_jobs(database) == []
    clock.advance(timedelta(seconds=20))
    assert [job.key for job in claim_jobs(database, limit=1)] == ["soon"]
    assert [job.key for job in claim_jobs(database, limit=1)] == ["late"]


def test_a_job_whose_lease_has_ended_goes_to_another_worker(database: Database, clock: FixedClock) -> None:
    enqueue_job(database)
    first = claim_one(database, "w1")
    clock.advance(LEASE - timedelta(microseconds=1))
    assert claim_jobs(database, "w2") == []
    clock.advance(timedelta(microseconds=1))

    second = claim_one(database, "w2")

    assert (second.id, second.attempts, second.worker) == (first.id, 2, "w2")


@pytest.mark.parametrize("thief", ["w1", "w2"])
def test_a_worker_that_lost_its_lease_changes_nothing(database: Database, clock: FixedClock, thief: str) -> None:
    enqueue_job(database)
    lost = claim_one(database, "w1")
    clock.advance(LEASE)
    held = claim_one(database, thief)

    assert not database.write(CLERK, partial(jobs.finish, job=lost))
    assert not database.write(CLERK, partial(jobs.fail, job=lost, error="late", policy=POLICY))
    assert not database.write(CLERK, partial(jobs.park, job=lost, error="late"))
    assert not database.write(CLERK, partial(jobs.release, job=lost))

    assert all_jobs(database) == [held]
    assert database.write(CLERK, partial(jobs.finish, job=held))


def test_a_failed_job_waits_longer_each_time_and_is_then_parked(database: Database, clock: FixedClock) -> None:
    enqueue_job(database)
    waits = []
    for number in range(3):
        job = claim_one(database)
        assert database.write(CLERK, partial(jobs.fail, job=job, error=f"no answer {number}", policy=POLICY))
        (kept,) = all_jobs(database)
        waits.append((kept.run_at - clock.at).total_seconds())
        clock.at = kept.run_at

    assert waits == [10.1, 30.3, 0]
    with database.read() as tx:
        assert [(job.attempts, job.last_error, job.state) for job in jobs.parked(tx)] == [
            (3, "no answer 2", State.PARKED)
        ]
    assert claim_jobs(database) == []


@pytest.mark.parametrize("end", ["park", "finish"])
def test_a_job_that_is_over_can_be_replayed_with_all_its_tries(database: Database, clock: FixedClock, end: str) -> None:
    enqueue_job(database)
    job = claim_one(database)
    over = partial(jobs.park, job=job, error="x") if end == "park" else partial(jobs.finish, job=job)
    database.write(CLERK, over)
    clock.advance(timedelta(days=30))

    database.write(CLERK, partial(jobs.replay, job_id=job.id))

    again = claim_one(database)
    assert (again.id, again.attempts, again.due_since, again.created_at) == (job.id, 1, clock.at, job.created_at)


def test_a_job_that_is_not_over_is_not_replayed(database: Database) -> None:
    enqueue_job(database)
    job = claim_one(database)

    with pytest.raises(jobs.JobNotOver):
        database.write(CLERK, partial(jobs.replay, job_id=job.id))
    with pytest.raises(jobs.JobNotFound):
        database.write(CLERK, partial(jobs.replay, job_id=job.id + 1))

    assert all_jobs(database) == [job]


def test_a_released_job_is_due_at_once_and_untried(database: Database) -> None:
    enqueue_job(database)

    assert database.write(CLERK, partial(jobs.release, job=claim_one(database, "w1")))

    assert claim_one(database, "w2").attempts == 1


def test_counts_what_is_not_done(database: Database) -> None:
    for number in range(4):
        enqueue_job(database, key=f"mail:{number}")
    done, _ = claim_jobs(database, limit=2)
    database.write(CLERK, lambda tx: jobs.finish(tx, done))

    with database.read() as tx:
        assert jobs.count_unfinished(tx) == {State.READY: 2, State.RUNNING: 1}
