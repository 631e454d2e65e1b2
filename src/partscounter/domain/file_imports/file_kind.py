"""What can be imported from a file."""

from enum import StrEnum


class FileKind(StrEnum):
    """Kinds of files; the values are stored, stand in addresses and name the commands."""

    INVENTORY = "inventory"
    STORES = "stores"
    VEHICLES = "vehicles"
    IMAGES = "images"
    ALIASES = "aliases"
    """The words of the trade, which are the same for all dealers."""
    MAPPINGS = "mappings"
    """The words of one API user of the inventory contract."""
    CUSTOMERS = "customers"
