"""Jobs that several would make, take or run again at the same moment."""

from functools import partial

from partscounter import jobs
from partscounter.database import Database
from partscounter.jobs import JobNotOver
from tests.make.at_once import at_once
from tests.make.events import make_actor
from tests.make.jobs import all_jobs, claim_jobs, enqueue_job


def test_one_key_is_one_job(database: Database) -> None:
    made = at_once(*[partial(enqueue_job, database)] * 6)

    assert sorted(bool(each) for each in made) == [False] * 5 + [True]
    assert len(all_jobs(database)) == 1


def test_a_job_that_is_over_is_replayed_once(database: Database) -> None:
    enqueue_job(database)
    (job,) = claim_jobs(database)
    database.write(make_actor(), partial(jobs.finish, job=job))

    outcomes = at_once(*[partial(database.write, make_actor(), partial(jobs.replay, job_id=job.id))] * 4)

    assert sorted(isinstance(outcome, JobNotOver) for outcome in outcomes) == [False, True, True, True]
    assert [(each.state, each.attempts) for each in all_jobs(database)] == [(jobs.State.READY, 0)]
