"""What is done around a machine: tables of machines, service kits, who sees what, labels, codes in photos.

`labels` and `photos` are imported by themselves, since they take a while.
"""

from partscounter.domain.machines.claim import claim_code
from partscounter.domain.machines.errors import InvalidMachine, StaffOnly
from partscounter.domain.machines.kits import Kit, KitPart, find_kit, list_kits, list_kits_of_model, put_kits
from partscounter.domain.machines.look_up import MachineView, look_up_machine
from partscounter.domain.machines.sheets import KITS, MACHINES
from partscounter.domain.machines.sight import Sight, sight_of

__all__ = [
    "KITS",
    "MACHINES",
    "InvalidMachine",
    "Kit",
    "KitPart",
    "MachineView",
    "Sight",
    "StaffOnly",
    "claim_code",
    "find_kit",
    "list_kits",
    "list_kits_of_model",
    "look_up_machine",
    "put_kits",
    "sight_of",
]
