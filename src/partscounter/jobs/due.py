"""Says whether there is anything to claim, without keeping a writer waiting."""

from collections.abc import Collection

import sqlalchemy as sa

from partscounter.database import ReadTx
from partscounter.jobs.job import State
from partscounter.jobs.tables import jobs


def is_due(tx: ReadTx) -> sa.ColumnElement[bool]:
    """True of a job that may be claimed now: it is ready, or whoever held it let the lease run out."""
    return sa.or_(*ways_to_be_due(tx))


def ways_to_be_due(tx: ReadTx) -> tuple[sa.ColumnElement[bool], sa.ColumnElement[bool]]:
    """The two apart, for whoever looks for the first of each along the index."""
    ready = sa.and_(jobs.c.state == State.READY, jobs.c.run_at <= tx.now)
    abandoned = sa.and_(jobs.c.state == State.RUNNING, jobs.c.leased_until <= tx.now)
    return ready, abandoned


def any_due(tx: ReadTx, kinds: Collection[str]) -> bool:
    """Whether `claim` would find a job of `kinds`; an idle worker asks this, and leaves the writer alone."""
    query = sa.select(jobs.c.id).where(jobs.c.kind.in_(kinds), is_due(tx)).limit(1)
    return tx.connection.scalar(query) is not None
