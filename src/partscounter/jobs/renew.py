"""Keeps jobs with their worker for longer than one lease: as long as it is alive and works on them."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from functools import partial

import structlog

from partscounter.database import Database, WriteTx
from partscounter.jobs.job import Job
from partscounter.jobs.store import extend_lease
from partscounter.kit.actor import Actor

_RENEWALS_IN_A_LEASE = 3


def renew(tx: WriteTx, held: Sequence[Job], lease: timedelta) -> None:
    """The leases begin anew, but for those of jobs that are done, given back or with another worker by now."""
    for job in held:
        extend_lease(tx, job, tx.now + lease)


@contextmanager
def renewing(database: Database, actor: Actor, held: Sequence[Job], lease: timedelta) -> Iterator[None]:
    """Renew the leases now and then until the context ends; a process that dies stops renewing."""
    over, log = threading.Event(), structlog.get_logger(__name__)

    def keep() -> None:
        while not over.wait(lease.total_seconds() / _RENEWALS_IN_A_LEASE):
            try:
                database.write(actor, partial(renew, held=held, lease=lease))
            except Exception:
                log.exception("Leases could not be renewed; trying again.", job_ids=[job.id for job in held])

    keeper = threading.Thread(target=keep, name="lease", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join()
