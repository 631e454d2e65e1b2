"""Tables of machines and of service kits: each is checked as a whole, then taken as a whole."""

from partscounter.domain.machines.sheets.kits import KITS
from partscounter.domain.machines.sheets.machines import MACHINES

__all__ = ["KITS", "MACHINES"]
