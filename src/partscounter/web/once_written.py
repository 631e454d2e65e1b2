"""A handler's last step where that is one write: what to write, and how to answer once it is durable."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from partscounter.database import Database, WriteTx
from partscounter.database.transaction import Outcome
from partscounter.kit.actor import Actor
from partscounter.web.answer import Answer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OnceWritten(Generic[T]):
    """Returned in place of an answer, so that no thread has to stand and wait for the disk."""

    database: Database
    actor: Actor
    verb: Callable[[WriteTx], T]
    answer: Callable[[T], Answer]
    """What is answered, given the verb's value. Called on the event loop or in a thread: it must be quick."""

    def waited_for(self) -> Answer:
        """The answer, for which this thread waits. Raises what the verb raises."""
        return self.answer(self.database.write(self.actor, self.verb))

    async def awaited(self) -> Answer:
        """The answer, on an event loop that does other things meanwhile. Only where the database `is_local`."""
        loop = asyncio.get_running_loop()
        told: asyncio.Future[Outcome[T]] = loop.create_future()
        self.database.submit(self.actor, self.verb, partial(_tell, loop, told))
        outcome = await told
        return self.answer(outcome())


def _tell(loop: asyncio.AbstractEventLoop, told: "asyncio.Future[Outcome[T]]", outcome: Outcome[T]) -> None:
    """From the writing thread. Where the server has stopped meanwhile there is nobody to tell."""
    if not loop.is_closed():
        loop.call_soon_threadsafe(_settle, told, outcome)


def _settle(told: "asyncio.Future[Outcome[T]]", outcome: Outcome[T]) -> None:
    if not told.done():
        told.set_result(outcome)
