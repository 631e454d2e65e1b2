"""Work that follows from an event, done outside its transaction: enqueued with it, claimed by workers, tried again."""

from partscounter.jobs.claim import claim
from partscounter.jobs.enqueue import enqueue
from partscounter.jobs.fail import fail, park
from partscounter.jobs.finish import finish
from partscounter.jobs.job import Job, State
from partscounter.jobs.lane import Lane
from partscounter.jobs.lane_worker import LaneWorker
from partscounter.jobs.lookup import jobs_of_events
from partscounter.jobs.parked import count_parked, count_unfinished, parked
from partscounter.jobs.release import release
from partscounter.jobs.replay import JobNotFound, JobNotOver, replay
from partscounter.jobs.retry import RetryPolicy
from partscounter.jobs.work import Handler, Permanent, Worker

__all__ = [
    "Handler",
    "Job",
    "JobNotFound",
    "JobNotOver",
    "Lane",
    "LaneWorker",
    "Permanent",
    "RetryPolicy",
    "State",
    "Worker",
    "claim",
    "count_parked",
    "count_unfinished",
    "enqueue",
    "fail",
    "finish",
    "jobs_of_events",
    "park",
    "parked",
    "release",
    "replay",
]
