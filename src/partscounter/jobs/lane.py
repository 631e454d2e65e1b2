"""Lanes: jobs whose payloads name the same number, such as that of a receiver, run one at a time and in their order."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from partscounter.database import ReadTx, WriteTx
from partscounter.jobs.due import is_due, ways_to_be_due
from partscounter.jobs.job import State
from partscounter.jobs.tables import jobs

_ONE_CLAIM_AT_A_TIME = sa.text("SELECT pg_advisory_xact_lock(7165013, :number)")
_LARGEST_KEY = 2**31


@dataclass(frozen=True, slots=True)
class Lane:
    """The jobs that have `number` in this field of their payloads."""

    field: str
    number: int

    @property
    def holds(self) -> sa.ColumnElement[bool]:
        """True of a job in this lane."""
        return _number_in(self.field) == self.number


def _number_in(field: str) -> sa.ColumnElement[int | None]:
    number: sa.ColumnElement[int | None] = jobs.c.payload[field].as_integer()
    return number


def _is_in_hand(tx: ReadTx, kinds: Collection[str]) -> sa.ColumnElement[bool]:
    return sa.and_(jobs.c.kind.in_(kinds), jobs.c.state == State.RUNNING, jobs.c.leased_until > tx.now)


def list_waiting_lanes(tx: ReadTx, kinds: Collection[str], field: str) -> list[Lane]:
    """The lanes in which jobs of `kinds` are due and none is in hand, the longest waiting first."""
    number = _number_in(field).label("number")
    due = sa.select(number).where(jobs.c.kind.in_(kinds), is_due(tx)).group_by(number)
    in_hand = set(tx.connection.scalars(sa.select(number).where(_is_in_hand(tx, kinds))))
    found = tx.connection.scalars(due.order_by(sa.func.min(jobs.c.run_at), number))
    return [Lane(field, each) for each in found if each is not None and each not in in_hand]


def next_of_lane(tx: ReadTx, kinds: Collection[str], lane: Lane) -> int | None:
    """The job that is longest due. Asked outside any write: to find it behind many others takes milliseconds."""
    found: list[tuple[datetime, int]] = []
    for due in ways_to_be_due(tx):  # each for itself goes along the index, in order, up to the first that fits
        query = sa.select(jobs.c.run_at, jobs.c.id).where(due, jobs.c.kind.in_(kinds), lane.holds)
        found += [
            (row.run_at, row.id) for row in tx.connection.execute(query.order_by(jobs.c.run_at, jobs.c.id).limit(1))
        ]
    return min(found)[1] if found else None


def take_lane(tx: WriteTx, kinds: Collection[str], lane: Lane) -> bool:
    """Whether no job of the lane is in hand; until this transaction ends, nobody else claims one of it."""
    if tx.engine == "postgresql":  # SQLite has one writer
        tx.connection.execute(_ONE_CLAIM_AT_A_TIME, {"number": lane.number % _LARGEST_KEY})
    in_hand = sa.select(jobs.c.id).where(_is_in_hand(tx, kinds), lane.holds)
    return tx.connection.scalar(in_hand.limit(1)) is None
