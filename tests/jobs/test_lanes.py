"""Jobs of one lane run one at a time and in their order, whoever works on them; lanes take turns."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial

import pytest

from partscounter import jobs
from partscounter.database import Database
from partscounter.jobs import Job, Lane, LaneWorker, RetryPolicy, State, Worker
from partscounter.jobs.claim import claim_of_lane
from partscounter.jobs.lane import list_waiting_lanes, next_of_lane
from partscounter.kit.clock import FixedClock
from tests.make.events import make_actor
from tests.make.jobs import LEASE, all_jobs

KINDS = ("push",)


def enqueue(database: Database, *lanes: int) -> None:
    """A job for each, in this order."""
    for number, lane in enumerate(lanes):
        payload = {"target": lane}
        database.write(make_actor(), partial(jobs.enqueue, kind="push", key=f"{lane}:{number}", payload=payload))


def claim(database: Database, lane: int, worker: str = "w") -> list[Job]:
    with database.read() as tx:
        job_id = next_of_lane(tx, KINDS, Lane("target", lane))
    if job_id is None:
        return []
    of_lane = partial(claim_of_lane, lane=Lane("target", lane), job_id=job_id)
    return database.write(make_actor(), partial(of_lane, kinds=KINDS, worker=worker, lease=LEASE))


def waiting(database: Database) -> list[int]:
    with database.read() as tx:
        return [lane.number for lane in list_waiting_lanes(tx, KINDS, "target")]


def lane_worker(
    database: Database, handler: Callable[[Job], None], name: str = "w", *, at_once: int = 2, turn_seconds: float = 5.0
) -> LaneWorker:
    worker = Worker(database, {"push": handler}, {"push": RetryPolicy()}, name=name, lease=LEASE, batch=1)
    return LaneWorker(
        database,
        worker,
        KINDS,
        field="target",
        at_once=at_once,
        turn_seconds=turn_seconds,
        poll_seconds=0.01,
    )


def lane_of(job: Job) -> int:
    lane = job.payload["target"]
    assert isinstance(lane, int)
    return lane


class Log:
    """A handler that writes down which lane it worked for, and sets `stop` after so many jobs."""

    def __init__(self, last: int) -> None:
        self.jobs: list[tuple[int, int]] = []
        self.overlaps = 0
        self.stop = threading.Event()
        self._last = last
        self._in_hand: dict[int, threading.Lock] = {lane: threading.Lock() for lane in range(10)}

    def __call__(self, job: Job) -> None:
        lock = self._in_hand[lane_of(job)]
        if not lock.acquire(blocking=False):
            self.overlaps += 1
            return
        self.jobs.append((lane_of(job), job.id))
        lock.release()
        if len(self.jobs) == self._last:
            self.stop.set()


def test_the_next_job_of_a_lane_waits_for_the_one_in_hand(database: Database, clock: FixedClock) -> None:
    enqueue(database, 1, 1, 2)
    (first,) = claim(database, 1)

    assert (claim(database, 1), waiting(database)) == ([], [2])
    assert [job.payload for job in claim(database, 2)] == [{"target": 2}]
    assert (claim(database, 2), claim(database, 3)) == ([], [])

    database.write(make_actor(), partial(jobs.finish, job=first))
    assert waiting(database) == [1]
    (second,) = claim(database, 1)
    assert second.id > first.id

    clock.advance(LEASE)
    assert waiting(database) == [1, 2]
    (again,) = claim(database, 1, "other")
    assert (again.id, again.attempts) == (second.id, 2)
    assert not database.write(make_actor(), partial(jobs.finish, job=second))


def test_many_who_claim_at_once_get_one_job_of_a_lane(database: Database) -> None:
    enqueue(database, *[1] * 8)
    together = threading.Barrier(8)

    def act(number: int) -> list[Job]:
        together.wait(timeout=30)
        return claim(database, 1, f"w{number}")

    with ThreadPoolExecutor(8) as pool:
        claimed = list(pool.map(act, range(8)))

    assert sum(map(len, claimed)) == 1
    assert [job.state for job in all_jobs(database)].count(State.RUNNING) == 1


def test_two_workers_keep_the_order_of_every_lane(database: Database) -> None:
    enqueue(database, *[1, 2, 3, 4] * 6)
    log = Log(last=24)
    workers = [lane_worker(database, log, name) for name in ("a", "b")]

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda worker: worker.run(log.stop), workers))

    assert log.overlaps == 0
    assert len(log.jobs) == 24
    for lane in (1, 2, 3, 4):
        ids = [id_ for number, id_ in log.jobs if number == lane]
        assert ids == sorted(ids)
    assert {job.state for job in all_jobs(database)} == {State.DONE}


def test_lanes_take_turns(sqlite_database: Database) -> None:
    enqueue(sqlite_database, 1, 1, 1, 2, 3)
    log = Log(last=5)

    lane_worker(sqlite_database, log, at_once=1, turn_seconds=0).run(log.stop)

    assert [lane for lane, _ in log.jobs] == [1, 2, 3, 1, 1]


def test_a_turn_of_a_quick_lane_takes_all_of_it(sqlite_database: Database) -> None:
    enqueue(sqlite_database, 1, 2, 1, 2)
    log = Log(last=4)

    lane_worker(sqlite_database, log, at_once=1).run(log.stop)

    assert [lane for lane, _ in log.jobs] == [1, 1, 2, 2]


def test_a_job_that_fails_lets_the_next_one_go(sqlite_database: Database, clock: FixedClock) -> None:
    enqueue(sqlite_database, 1, 1)
    log = Log(last=1)

    def fail_first(job: Job) -> None:
        if job.key == "1:0":
            raise OSError("silent")
        log(job)

    lane_worker(sqlite_database, fail_first).run(log.stop)

    assert [(job.state, job.attempts) for job in all_jobs(sqlite_database)] == [(State.READY, 1), (State.DONE, 1)]
    assert all_jobs(sqlite_database)[0].run_at > clock.now() + timedelta(seconds=9)


def test_told_to_stop_it_ends_what_is_in_hand_and_begins_no_more(sqlite_database: Database) -> None:
    enqueue(sqlite_database, 1, 1, 1)
    log = Log(last=1)

    lane_worker(sqlite_database, log).run(log.stop)

    assert [job.state for job in all_jobs(sqlite_database)] == [State.DONE, State.READY, State.READY]


def test_a_bug_of_the_worker_itself_ends_it(sqlite_database: Database) -> None:
    enqueue(sqlite_database, 1)

    def exit_thread(_: Job) -> None:
        raise SystemExit

    with pytest.raises(SystemExit):
        lane_worker(sqlite_database, exit_thread).run(threading.Event())
