"""Jobs in the queue, with defaults for everything a test does not speak of."""

from collections.abc import Collection
from datetime import timedelta
from functools import partial

import sqlalchemy as sa

from partscounter import jobs
from partscounter.database import Database
from partscounter.jobs.store import COLUMNS, read_jobs
from tests.make.events import make_actor

LEASE = timedelta(minutes=5)


def enqueue_job(database: Database, key: str = "mail:1", kind: str = "mail") -> bool:
    return database.write(make_actor(), partial(jobs.enqueue, kind=kind, key=key, payload={"to": "a@example.org"}))


def claim_jobs(
    database: Database, worker: str = "w1", kinds: Collection[str] = ("mail",), limit: int = 10
) -> list[jobs.Job]:
    return database.write(make_actor(), partial(jobs.claim, kinds=kinds, worker=worker, lease=LEASE, limit=limit))


def all_jobs(database: Database) -> list[jobs.Job]:
    with database.read() as tx:
        return read_jobs(tx, sa.select(*COLUMNS).order_by(COLUMNS[0]))
