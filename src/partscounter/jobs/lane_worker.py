"""Works on many lanes at once, so that a slow one delays the jobs of no other."""

import threading
import time
from collections.abc import Collection
from concurrent.futures import Future, ThreadPoolExecutor

import sqlalchemy as sa
import structlog

from partscounter.database import Database
from partscounter.jobs.lane import Lane, list_waiting_lanes
from partscounter.jobs.work import Worker

_LONGEST_TURN_SECONDS = 5.0


class LaneWorker:
    """Has `worker`, which must claim single jobs, run those of `kinds`: in up to `at_once` lanes, one of each.

    Lanes take turns: a thread that is free goes to the lane whose last turn is longest ago. A turn ends with the lane's
    last due job, or with the first job that ends after `turn_seconds`.
    """

    def __init__(
        self,
        database: Database,
        worker: Worker,
        kinds: Collection[str],
        *,
        field: str,
        at_once: int,
        turn_seconds: float = _LONGEST_TURN_SECONDS,
        poll_seconds: float = 0.5,
    ) -> None:
        """`field` of a job's payload names its lane."""
        self._database = database
        self._worker = worker
        self._kinds = kinds
        self._field = field
        self._at_once = at_once
        self._turn_seconds = turn_seconds
        self._poll_seconds = poll_seconds
        self._turns: dict[Lane, Future[None]] = {}
        self._last_turn: dict[Lane, float] = {}
        self._log = structlog.get_logger(__name__)

    def run(self, stop: threading.Event) -> None:
        """Work until `stop` is set; jobs in hand are still ended. A database that is away is waited for."""
        with ThreadPoolExecutor(self._at_once, thread_name_prefix="lane") as threads:
            while not stop.is_set():
                try:
                    self._end_turns()
                    self._begin_turns(threads, stop)
                except sa.exc.OperationalError as error:
                    self._log.warning("The database cannot be used; trying again.", error=str(error))
                stop.wait(self._poll_seconds)

    def _end_turns(self) -> None:
        """Raises what ended a turn, if that was no job's fault."""
        for lane in [lane for lane, turn in self._turns.items() if turn.done()]:
            self._turns.pop(lane).result()

    def _begin_turns(self, threads: ThreadPoolExecutor, stop: threading.Event) -> None:
        free = self._at_once - len(self._turns)
        if not free:
            return
        with self._database.read() as tx:
            waiting = [lane for lane in list_waiting_lanes(tx, self._kinds, self._field) if lane not in self._turns]
        for lane in sorted(waiting, key=lambda lane: self._last_turn.get(lane, 0.0))[:free]:
            self._last_turn[lane] = time.monotonic()
            self._turns[lane] = threads.submit(self._turn, lane, stop)

    def _turn(self, lane: Lane, stop: threading.Event) -> None:
        until = time.monotonic() + self._turn_seconds
        while not stop.is_set() and self._worker.run_due(stop, lane) and time.monotonic() < until:
            pass
