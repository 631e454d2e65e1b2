"""Taking back what an import did: each item's state before it is kept, and restored if nobody has changed it since."""

from partscounter.domain.inventory.takeback.change import Effect, KeptChange, Outcome
from partscounter.domain.inventory.takeback.forget import forget_oldest
from partscounter.domain.inventory.takeback.ledger import ImportLedger
from partscounter.domain.inventory.takeback.lookup import (
    ImportedChange,
    count_outcomes,
    find_oldest,
    list_imports_of_item,
    list_left_alone,
)
from partscounter.domain.inventory.takeback.take_back import TakenBack, take_back

__all__ = [
    "Effect",
    "ImportLedger",
    "ImportedChange",
    "KeptChange",
    "Outcome",
    "TakenBack",
    "count_outcomes",
    "find_oldest",
    "forget_oldest",
    "list_imports_of_item",
    "list_left_alone",
    "take_back",
]
