"""What a kind of table has of its own: its columns, how its rows are read, what they change."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from partscounter.database import ReadTx, WriteTx
from partscounter.domain.inventory.imports.columns import Column
from partscounter.domain.inventory.sheets.reading import Reading

RowT = TypeVar("RowT")
ChangeT = TypeVar("ChangeT")


@dataclass(frozen=True, slots=True)
class Plan(Generic[ChangeT]):
    """What a table changes, before anything is changed. Found the same way in a dry run and in earnest."""

    counts: Mapping[str, int]
    """What is told of it, in this order."""
    changes: tuple[ChangeT, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetKind(Generic[RowT, ChangeT]):
    """One kind of table."""

    name: str
    columns: tuple[Column, ...]
    read: Callable[[Reading], Sequence[RowT]]
    """The rows that are right in themselves; `Reading` notes what is wrong with the others."""
    plan: Callable[[ReadTx, Sequence[RowT], Reading], Plan[ChangeT]]
    """What the rows change in the present state; what does not fit to it is noted."""
    hold: Callable[[WriteTx], None]
    """Keeps what `plan` relies on from changing until the transaction ends."""
    apply: Callable[[WriteTx, Plan[ChangeT]], None]

    @property
    def required(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns if column.required)

    @property
    def optional(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns if not column.required)
