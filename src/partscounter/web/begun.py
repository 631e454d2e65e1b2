"""Something awaitable, taken as far as it goes without waiting: often that is the end, without a task or a timer."""

from collections.abc import Awaitable, Generator
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Begun(Generic[T]):
    """Await it, in the task that made it, for the result; or `drop` it.

    Making it raises what is raised before the first wait.
    """

    def __init__(self, awaitable: Awaitable[T]) -> None:
        self._steps = awaitable.__await__()
        self.result: list[T] = []
        """The one result, as soon as it is there."""
        try:
            self._waits_for = next(self._steps)
        except StopIteration as over:
            self.result.append(over.value)

    def drop(self) -> None:
        """Let go of what would still have to be waited for."""
        self._steps.close()

    def __await__(self) -> Generator[Any, Any, T]:
        while not self.result:
            try:
                try:
                    yield self._waits_for
                except BaseException as error:  # noqa: BLE001 - as when it is cancelled: it belongs to the awaitable
                    self._waits_for = self._steps.throw(error)
                else:
                    self._waits_for = next(self._steps)
            except StopIteration as over:
                self.result.append(over.value)
        return self.result[0]
