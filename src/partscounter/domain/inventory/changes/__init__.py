"""Changes of single items by a dealer's own system: put, edit and retire, many of them in one transaction."""

from partscounter.domain.inventory.changes.apply import apply_changes
from partscounter.domain.inventory.changes.change import Edit, Expected, ItemChange, ItemName, Put, Retire
from partscounter.domain.inventory.changes.errors import ItemChanged
from partscounter.domain.inventory.changes.lookup import find_kept_item
from partscounter.domain.inventory.changes.outcome import Done, Effect
from partscounter.domain.inventory.changes.overlay import fed_of
from partscounter.domain.inventory.changes.read_fields import read_fields
from partscounter.domain.inventory.changes.texts_of import texts_of
from partscounter.domain.inventory.changes.version import version_of

__all__ = [
    "Done",
    "Edit",
    "Effect",
    "Expected",
    "ItemChange",
    "ItemChanged",
    "ItemName",
    "Put",
    "Retire",
    "apply_changes",
    "fed_of",
    "find_kept_item",
    "read_fields",
    "texts_of",
    "version_of",
]
