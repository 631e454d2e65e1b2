"""Service kits: a list of parts for each make, model and number of hours."""

from partscounter.domain.machines.kits.edit import edit_kit, key_of, remove_kit, texts_of_kit
from partscounter.domain.machines.kits.errors import InvalidKit, KitTaken
from partscounter.domain.machines.kits.kit import Kit, KitPart
from partscounter.domain.machines.kits.lookup import find_kit, list_kits, list_kits_of_model
from partscounter.domain.machines.kits.put import put_kits

__all__ = [
    "InvalidKit",
    "Kit",
    "KitPart",
    "KitTaken",
    "edit_kit",
    "find_kit",
    "key_of",
    "list_kits",
    "list_kits_of_model",
    "put_kits",
    "remove_kit",
    "texts_of_kit",
]
