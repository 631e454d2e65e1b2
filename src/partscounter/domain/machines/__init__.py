"""What is done around a machine: tables of machines, service kits, who sees what, labels, codes in photos."""

from partscounter.domain.machines.kits import Kit, KitPart, find_kit, list_kits, list_kits_of_model, put_kits
from partscounter.domain.machines.sheets import KITS, MACHINES

__all__ = ["KITS", "MACHINES", "Kit", "KitPart", "find_kit", "list_kits", "list_kits_of_model", "put_kits"]
