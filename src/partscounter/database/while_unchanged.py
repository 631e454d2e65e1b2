"""What was worked out of the database, kept for as long as nothing at all changes there."""

from collections.abc import Callable
from typing import Generic, TypeVar

from partscounter.database.transaction import Database

T = TypeVar("T")


class WhileUnchanged(Generic[T]):
    """Holds one T, made anew by `make` whenever the database may have changed; for any number of threads.

    Ask for it before the transaction whose values are put into it. What is found in it later is then true at that
    moment: had anything changed since, it would be another T.
    """

    def __init__(self, database: Database, make: Callable[[], T]) -> None:
        self._database = database
        self._make = make
        self._held: tuple[int, T] | None = None

    def now(self) -> T:
        """The T of the present state; on PostgreSQL, which tells no version, a new one each time."""
        version, held = self._database.version(), self._held
        if version is None:
            return self._make()
        if held is None or held[0] != version:
            held = self._held = (version, self._make())
        return held[1]
