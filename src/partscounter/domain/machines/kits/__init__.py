"""Service kits: a list of parts for each make, model and number of hours."""

from partscounter.domain.machines.kits.kit import Kit, KitPart
from partscounter.domain.machines.kits.lookup import find_kit, list_kits, list_kits_of_model
from partscounter.domain.machines.kits.put import put_kits

__all__ = ["Kit", "KitPart", "find_kit", "list_kits", "list_kits_of_model", "put_kits"]
