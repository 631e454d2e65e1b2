"""What imports did to items, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from partscounter.database import ReadTx
from partscounter.domain.inventory.takeback import store as sql
from partscounter.domain.inventory.takeback.change import Effect, Outcome


@dataclass(frozen=True, slots=True)
class ImportedChange:
    """One import that touched an item."""

    import_id: int
    effect: Effect
    outcome: Outcome | None
    """None while nobody has taken it back."""


def count_outcomes(tx: ReadTx, import_id: int) -> Mapping[Outcome | None, int]:
    """How many of the import's changes stand (None), were restored, were left alone."""
    return sql.count_outcomes(tx, import_id)


def list_left_alone(tx: ReadTx, import_id: int, limit: int = 100) -> list[int]:
    """The ids of the first items that were left alone, since somebody had changed them."""
    return sql.left_alone(tx, import_id, limit)


def list_imports_of_item(tx: ReadTx, item_id: int, limit: int = 20) -> list[ImportedChange]:
    """The imports of the last month that touched the item, the newest first."""
    return [ImportedChange(*row) for row in sql.imports_of_item(tx, item_id, limit)]


def find_oldest(tx: ReadTx) -> int | None:
    """The oldest import of which anything is kept."""
    return sql.oldest(tx)
