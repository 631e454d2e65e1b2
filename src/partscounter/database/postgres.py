"""PostgreSQL as the database of many web and worker nodes: every verb in its own thread, rows locked by the verbs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import sqlalchemy as sa

from partscounter.database.record import EventHook, event_recorder
from partscounter.database.transaction import Outcome, ReadTx, WriteTx, raising
from partscounter.kit.actor import Actor
from partscounter.kit.clock import Clock

T = TypeVar("T")

TRIES = 3
_WORTH_ANOTHER_TRY = {"40001", "40P01"}
"""SQLSTATE serialization_failure and deadlock_detected: the transaction was undone and may well pass next time."""


class PostgresDatabase:
    """Reads see one snapshot. Writes are READ COMMITTED: verbs lock what they check."""

    is_local = False

    def __init__(self, url: str, clock: Clock, on_event: EventHook) -> None:
        self._clock = clock
        self._record = event_recorder(on_event, number_transactions=True)
        self._engine = postgres_engine(url)
        self._readers = self._engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @contextmanager
    def read(self) -> Iterator[ReadTx]:
        """The view is fixed by the first statement; leaving rolls back."""
        with self._readers.connect() as connection:
            connection.begin()
            yield ReadTx(connection, self._clock.now())

    def write(self, actor: Actor, verb: Callable[[WriteTx], T]) -> T:
        """Tried again, from its beginning, when PostgreSQL undid it in favour of another transaction."""
        for _ in range(TRIES - 1):
            try:
                return self._once(actor, verb)
            except sa.exc.OperationalError as error:
                if getattr(error.orig, "sqlstate", None) not in _WORTH_ANOTHER_TRY:
                    raise
        return self._once(actor, verb)

    def submit(self, actor: Actor, verb: Callable[[WriteTx], T], landed: Callable[[Outcome[T]], None]) -> None:
        """In the calling thread."""
        try:
            value = self.write(actor, verb)
        except Exception as error:  # noqa: BLE001 - it belongs to whoever is told
            landed(raising(error))
        else:
            landed(lambda: value)

    def version(self) -> int | None:
        """None: what says that nothing has changed costs as much as reading it, a round trip."""
        return None

    def close(self) -> None:
        """Connections in use are released when their transactions end."""
        self._engine.dispose()

    def _once(self, actor: Actor, verb: Callable[[WriteTx], T]) -> T:
        with self._engine.begin() as connection:
            return verb(WriteTx(connection, self._clock.now(), actor, self._record))


def postgres_engine(url: str) -> sa.Engine:
    """A pool that tests a connection before it lends it out, so that a failover costs no request its answer."""
    return sa.create_engine(url, pool_size=16, max_overflow=16, pool_pre_ping=True)
