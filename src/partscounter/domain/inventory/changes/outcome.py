"""What became of a change."""

from dataclasses import dataclass
from enum import Enum

from partscounter.domain.dealers import Store
from partscounter.domain.inventory.item import Item


class Effect(Enum):
    """What was done."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Done:
    """A change that was carried out; `item` is as it is now."""

    effect: Effect
    item: Item
    store: Store
