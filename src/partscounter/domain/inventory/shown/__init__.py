"""Items as lists show them, many at once."""

from partscounter.domain.inventory.shown.lookup import load_shown
from partscounter.domain.inventory.shown.shown_item import ShownItem, read_address

__all__ = ["ShownItem", "load_shown", "read_address"]
