"""What is done around a machine: tables of machines, service kits, who sees what, labels, codes in photos.

`labels` and `photos` are imported by themselves, since they take a while.
"""

from partscounter.domain.machines.add import add_machine, edit_machine
from partscounter.domain.machines.claim import claim_code, originator_of
from partscounter.domain.machines.errors import InvalidMachine, MachineChanged, StaffOnly
from partscounter.domain.machines.facts import FACTS, texts_of, version_of
from partscounter.domain.machines.kits import (
    InvalidKit,
    Kit,
    KitPart,
    KitTaken,
    edit_kit,
    find_kit,
    list_kits,
    list_kits_of_model,
    put_kits,
    remove_kit,
    texts_of_kit,
)
from partscounter.domain.machines.look_up import MachineView, look_up_machine
from partscounter.domain.machines.sheets import KITS, MACHINES
from partscounter.domain.machines.sight import Sight, sight_of

__all__ = [
    "FACTS",
    "KITS",
    "MACHINES",
    "InvalidKit",
    "InvalidMachine",
    "Kit",
    "KitPart",
    "KitTaken",
    "MachineChanged",
    "MachineView",
    "Sight",
    "StaffOnly",
    "add_machine",
    "claim_code",
    "edit_kit",
    "edit_machine",
    "find_kit",
    "list_kits",
    "list_kits_of_model",
    "look_up_machine",
    "originator_of",
    "put_kits",
    "remove_kit",
    "sight_of",
    "texts_of",
    "texts_of_kit",
    "version_of",
]
