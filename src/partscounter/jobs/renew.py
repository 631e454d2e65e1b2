"""Keeps a job with its worker for longer than one lease: as long as it runs."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial

import structlog

from partscounter.database import Database, WriteTx
from partscounter.jobs.job import Job
from partscounter.jobs.store import extend_lease
from partscounter.kit.actor import Actor

_RENEWALS_IN_A_LEASE = 3


def renew(tx: WriteTx, job: Job, lease: timedelta) -> bool:
    """The lease begins anew. False, and nothing changed, if the worker has lost it."""
    return extend_lease(tx, job, tx.now + lease)


@contextmanager
def renewing(database: Database, actor: Actor, job: Job, lease: timedelta) -> Iterator[None]:
    """Renew the lease now and then until the context ends; a process that dies stops renewing."""
    over, log = threading.Event(), structlog.get_logger(__name__)

    def keep() -> None:
        while not over.wait(lease.total_seconds() / _RENEWALS_IN_A_LEASE):
            try:
                database.write(actor, partial(renew, job=job, lease=lease))
            except Exception:
                log.exception("A lease could not be renewed; trying again.", job_id=job.id, kind=job.kind)

    keeper = threading.Thread(target=keep, name="lease", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join()
