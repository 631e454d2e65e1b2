"""Rows that every request reads and that hardly ever change, as values: made anew only when the row is another.

Nothing is read less often, so nothing can be out of date; only the work after the reading is saved.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from partscounter.database.prepared import Prepared
from partscounter.database.statement_text import Row
from partscounter.database.transaction import ReadTx

T = TypeVar("T")
MOST_KEPT = 1024


class Remembered(Generic[T]):
    """The first row of a statement, made into an immutable value by `make`. Thread-safe."""

    def __init__(self, prepared: Prepared, make: Callable[[Row], T]) -> None:
        self._prepared = prepared
        self._make = make
        self._known: dict[Row, T] = {}

    def find(self, tx: ReadTx, **values: Any) -> T | None:  # noqa: ANN401 - whatever the columns take
        """The value; None without a row."""
        row = self._prepared.row_of_driver(tx, **values)
        if row is None:
            return None
        try:
            known = self._known.get(row)
        except TypeError:  # PostgreSQL's driver reads JSON into lists, by which nothing can be found again
            return self._make(self._prepared.read(tx, row))
        return self._keep(row, self._make(self._prepared.read(tx, row))) if known is None else known

    def _keep(self, row: Row, value: T) -> T:
        if len(self._known) >= MOST_KEPT:
            self._known.clear()
        self._known[row] = value
        return value
