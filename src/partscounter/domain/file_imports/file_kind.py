"""What can be imported from a file."""

from enum import StrEnum


class FileKind(StrEnum):
    """Kinds of files; the values are stored, stand in addresses and name the commands."""

    INVENTORY = "inventory"
    STORES = "stores"
    VEHICLES = "vehicles"
    IMAGES = "images"
