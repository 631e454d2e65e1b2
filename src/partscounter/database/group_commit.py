"""One thread that writes: it runs the verbs that wait and commits them together.

A durable commit costs a flush to disk, a verb a small part of that. Under load the flush is shared by all verbs that
came in during the one before; a lone verb does not wait for company.

A verb that fails mostly does so before it has changed anything. Where it has, all that its group did is undone, and the
others are run again, each in a savepoint, in case one fails this time. Savepoints always would be a tenth of the work.
"""

import queue
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Generic, NoReturn, TypeVar

import sqlalchemy as sa

from partscounter.database.transaction import Outcome, WriteTx, raising
from partscounter.kit.actor import Actor
from partscounter.kit.clock import Clock
from partscounter.kit.event import Event

T = TypeVar("T")

LARGEST_GROUP = 64


class WriteFailed(RuntimeError):
    """The transaction could not begin or commit, so nothing of it is stored; the cause is attached."""


class DatabaseClosed(RuntimeError):
    """A write was asked for after `close`."""


class _Spoilt(Exception):
    """The last verb of a group has failed; what it changed has to be undone."""


class _Landing(Generic[T]):
    """Where a caller waits for its verb: at a plain lock, which is made held.

    A future would do the same at five times the cost, in the thread that has the least time: the one that writes.
    """

    def __init__(self) -> None:
        self._landed = threading.Lock()
        self._landed.acquire()
        self._outcome: Outcome[T] = _not_run

    def land(self, outcome: Outcome[T]) -> None:
        self._outcome = outcome
        self._landed.release()

    def wait(self) -> T:
        """The verb's value once it is durable, or raises what came of it. For the caller's thread."""
        self._landed.acquire()
        return self._outcome()


class _Waiting(Generic[T]):
    """A verb, and how it went: told when the commit has decided whether that is true."""

    def __init__(self, verb: Callable[[WriteTx], T], actor: Actor, landed: Callable[[Outcome[T]], None]) -> None:
        self.verb = verb
        self.actor = actor
        self._landed = landed
        self._outcome: Outcome[T] = _not_run

    def run(self, tx: WriteTx) -> None:
        """Run the verb. Raises _Spoilt if it fails and has changed something, RuntimeError if it ends the group."""
        before = tx.driver.total_changes
        try:
            value = self.verb(tx)
        except BaseException as error:
            self._outcome = raising(error)
            if tx.driver.total_changes != before:
                raise _Spoilt from error
        else:
            self._outcome = lambda: value
        if not tx.driver.in_transaction:
            raise RuntimeError("a verb has ended the transaction of its group")

    def run_apart(self, tx: WriteTx) -> None:
        """Run the verb in a savepoint, to which a failing verb goes back. Raises only if the transaction is lost."""
        driver = tx.driver
        driver.execute("SAVEPOINT verb")
        try:
            value = self.verb(tx)
        except BaseException as error:  # noqa: BLE001 - it belongs to the caller; this thread must go on
            driver.execute("ROLLBACK TO verb")
            driver.execute("RELEASE verb")
            self._outcome = raising(error)
        else:
            driver.execute("RELEASE verb")
            self._outcome = lambda: value

    def answer(self) -> None:
        """Let the caller go on with how it went."""
        self._landed(self._outcome)

    def fail(self, cause: BaseException) -> None:
        """Tell the caller that nothing was stored. Each has an exception of its own, to raise in its own thread."""
        error = WriteFailed("the write could not be committed")
        error.__cause__ = cause
        self._landed(raising(error))


def _not_run() -> NoReturn:
    raise RuntimeError("the verb has not run")


class GroupCommit:
    """Hands verbs from any thread to the one that writes. At most `LARGEST_GROUP` verbs share a commit."""

    def __init__(
        self,
        engine: sa.Engine,
        turnstile: AbstractContextManager[None],
        clock: Clock,
        record: Callable[[WriteTx, Event, str], int],
        tidy_up: Callable[[], None],
    ) -> None:
        """`tidy_up` is called after each commit, when all have been answered; it raises nothing."""
        self._tidy_up = tidy_up
        self._engine = engine
        self._turnstile = turnstile
        self._clock = clock
        self._record = record
        self._queue: queue.SimpleQueue[_Waiting[Any] | None] = queue.SimpleQueue()
        self._closed = False
        self._closing = threading.Lock()
        self._thread = threading.Thread(target=self._write_until_closed, name="writer", daemon=True)
        self._thread.start()

    def write(self, actor: Actor, verb: Callable[[WriteTx], T]) -> T:
        """The verb's value, once durable. Raises what it raises, `WriteFailed`, or `DatabaseClosed`."""
        if threading.current_thread() is self._thread:
            raise RuntimeError("a verb asked for a second write transaction; pass it the one it has")
        landing: _Landing[T] = _Landing()
        self.submit(actor, verb, landing.land)
        return landing.wait()

    def submit(self, actor: Actor, verb: Callable[[WriteTx], T], landed: Callable[[Outcome[T]], None]) -> None:
        """The same without waiting: `landed` is called by the writing thread, which has no time. `DatabaseClosed`."""
        waiting = _Waiting(verb, actor, landed)
        with self._closing:
            if self._closed:
                raise DatabaseClosed("the database is closed")
            self._queue.put(waiting)

    def close(self) -> None:
        """Commit what waits, then end the thread."""
        with self._closing:
            if not self._closed:
                self._closed = True
                self._queue.put(None)
        self._thread.join()

    def _write_until_closed(self) -> None:
        while first := self._queue.get():
            self._write_group(first)

    def _write_group(self, first: _Waiting[Any]) -> None:
        group = [first]
        try:
            with self._turnstile:
                try:
                    self._commit_together(group)
                except _Spoilt:
                    self._commit_apart(group[:-1])
        except BaseException as cause:  # noqa: BLE001 - whatever it was, every caller must hear of it
            for waiting in group:
                waiting.fail(cause)
        else:
            for waiting in group:
                waiting.answer()
            self._tidy_up()

    def _commit_together(self, group: list[_Waiting[Any]]) -> None:
        """Run the first, and what waits meanwhile, which joins the group. Changes nothing if it raises _Spoilt."""
        with self._engine.begin() as connection:
            group[0].run(self._tx(connection, group[0].actor))
            while len(group) < LARGEST_GROUP and (following := self._next()):
                group.append(following)
                following.run(self._tx(connection, following.actor))

    def _commit_apart(self, group: list[_Waiting[Any]]) -> None:
        if not group:
            return
        with self._engine.begin() as connection:
            for waiting in group:
                waiting.run_apart(self._tx(connection, waiting.actor))

    def _tx(self, connection: sa.Connection, actor: Actor) -> WriteTx:
        return WriteTx(connection, self._clock.now(), actor, self._record)

    def _next(self) -> _Waiting[Any] | None:
        """The next verb that waits already. The mark of the end is put back: it ends the loop, not the group."""
        try:
            waiting = self._queue.get_nowait()
        except queue.Empty:
            return None
        if waiting is None:
            self._queue.put(None)
        return waiting
