"""What people at the counter put right on single items: who, what and why, in the item's own history."""

from partscounter.domain.inventory.corrections.correct import correct_item
from partscounter.domain.inventory.corrections.count import count_item
from partscounter.domain.inventory.corrections.errors import InvalidCount
from partscounter.domain.inventory.corrections.events import ItemCorrected
from partscounter.domain.inventory.corrections.history import Correction, list_corrections

__all__ = [
    "Correction",
    "InvalidCount",
    "ItemCorrected",
    "correct_item",
    "count_item",
    "list_corrections",
]
